import { defineConfig } from 'vitest/config';

/** They measure what a person feels: nothing else may run beside them. */
const measuring = ['activation', 'longRun', 'playground', 'serialThroughput', 'trainSine'].map(
  (name) => `test/e2e/${name}.test.ts`,
);

const inRealVSCode = {
  testTimeout: 180_000,
  hookTimeout: 900_000,
  // A browser, a server and an extension host share one machine: what fails once is tried once more, and printed as such.
  retry: 1,
  globalSetup: ['test/e2e/globalSetup.ts'],
  setupFiles: ['test/e2e/printFailures.ts'],
  // A window on a loaded machine takes its time.
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 20_000, maxWorkers: '100%' },
      },
      {
        test: {
          name: 'judges',
          include: ['test/judges/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 900_000,
          // Some wait for cables and clocks most of their time; TensorFlow would take every core, and wait by computing.
          maxWorkers: 3,
          env: { TF_NUM_INTRAOP_THREADS: '1', TF_NUM_INTEROP_THREADS: '1' },
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: measuring,
          ...inRealVSCode,
          // A window waits for its parts as often as it computes.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e-alone',
          include: measuring,
          ...inRealVSCode,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});

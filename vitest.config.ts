import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 20_000 } },
      {
        test: {
          name: 'judges',
          include: ['test/judges/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 900_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 900_000,
          // A browser, a server and an extension host share one machine: what fails once is tried once more, and printed as such.
          retry: 1,
          fileParallelism: false,
          globalSetup: ['test/e2e/globalSetup.ts'],
          // A window on a loaded machine takes its time.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});

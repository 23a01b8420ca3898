/** The bundle of TensorFlow.js as it ships, built where a test or a benchmark wants it. */
import { build, type BuildOptions } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** As in `esbuild.mjs`. */
const options: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: ['node-fetch'],
  logLevel: 'error',
};

export async function buildTfjsBundle(outfile: string): Promise<void> {
  const entry = fileURLToPath(new URL('../src/workers/tfjs.ts', import.meta.url));
  await build({ ...options, entryPoints: [entry], outfile });
}

/** The bundle of TensorFlow.js as it ships, built where a test or a benchmark wants it. */
import { build, type BuildOptions } from 'esbuild';

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

/** In the project's folder, where tests and benchmarks run. */
export async function buildTfjsBundle(outfile: string): Promise<void> {
  await build({ ...options, entryPoints: ['src/workers/tfjs.ts'], outfile });
}

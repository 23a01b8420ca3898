/** A source file of the project as a program or a worker that Node runs, built as what ships is. */
import { build } from 'esbuild';

/** In the project's folder, where tests and benchmarks run. */
export async function buildForNode(source: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
}

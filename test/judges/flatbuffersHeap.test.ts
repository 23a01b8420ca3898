import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../shared';

interface Tally {
  readonly name: string;
  readonly what: string;
  readonly files: number;
  readonly accepted: number;
  readonly slowestMs: number;
}

describeShared('47,040 damaged files', () => {
  it('are all answered within 100 ms each and a heap of 100 MB', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tinyml-heap-'));
    try {
      const program = join(folder, 'program.mjs');
      const entry = fileURLToPath(new URL('flatbuffersHeap.ts', import.meta.url));
      await build({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', format: 'esm' });
      // A heap that does not suffice ends the process, and an exception too.
      const lines = execFileSync(
        process.execPath,
        ['--max-old-space-size=100', program, sharedPath('models')],
        {
          encoding: 'utf8',
        },
      );
      const tallies = lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Tally);
      for (const { name, what, files, accepted, slowestMs } of tallies) {
        console.log(
          `${name}, ${what}: ${files} files, ${accepted} sound, slowest ${slowestMs.toFixed(1)} ms`,
        );
        expect(slowestMs).toBeLessThan(100);
      }
      expect(tallies.reduce((sum, { files }) => sum + files, 0)).toBe(24_336 + 2704 + 20_000);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

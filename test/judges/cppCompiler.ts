/**
 * A C++ compiler as a judge of generated sources. Where there is none, the tests are skipped with a printed line on a
 * person's machine, and fail where `CI=true` (Windows runners aside, which have no g++ to be had by name).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';

function hasCompiler(): boolean {
  try {
    execFileSync('g++', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.CI === 'true' && process.platform !== 'win32') {
      throw new Error('g++ is not installed: on Debian, apt-get install g++');
    }
    console.log('Skipped: generated C++ is not compiled, since g++ is not installed.');
    return false;
  }
}

export const describeCpp = describe.skipIf(!hasCompiler());

/**
 * Compiles all `.cc` of `files` without a warning and runs the program.
 * @returns what it printed
 */
export function compileAndRun(
  files: Readonly<Record<string, string>>,
  input: string | Uint8Array = '',
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'tinyml-cpp-'));
  try {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    const sources = Object.keys(files).filter((path) => path.endsWith('.cc'));
    const flags = ['-std=c++17', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-O1', '-o', 'program'];
    execFileSync('g++', [...flags, ...sources], { cwd: folder });
    return execFileSync(join(folder, 'program'), { input, maxBuffer: 2 ** 28 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Python with TensorFlow, TensorFlow Lite Micro and NumPy, in a virtual environment under `.cache`. Where it is absent,
 * tests that need it are skipped with a printed line on a person's machine, and fail where `CI=true`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const venv = fileURLToPath(new URL('../../.cache/python/venv', import.meta.url));
const executable =
  process.platform === 'win32' ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');

let isTold = false;

/** Path of the interpreter, or undefined where it is not installed. */
export function requirePython(): string | undefined {
  if (existsSync(executable)) return executable;
  if (process.env.CI === 'true') {
    throw new Error('Python judges are not installed: run npm test -- --all');
  }
  if (!isTold)
    console.log(
      'Skipped: TensorFlow, TensorFlow Lite Micro and NumPy as judges. `npm test -- --all` installs them.',
    );
  isTold = true;
  return undefined;
}

/** `describe` for tests that ask a Python judge. */
export const describePython = describe.skipIf(requirePython() === undefined);

/**
 * Runs a script of this folder and returns what it printed on stdout, as JSON.
 * @param question given to the script on stdin, as JSON
 */
export function askPython(script: string, question: unknown): unknown {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const answer = execFileSync(requirePython() ?? executable, [path], {
    input: JSON.stringify(question),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    // Nothing but errors on stderr, and the same arithmetic on every machine.
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', TF_ENABLE_ONEDNN_OPTS: '0', CUDA_VISIBLE_DEVICES: '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return JSON.parse(answer);
}

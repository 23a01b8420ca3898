// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../paths.mjs';
import { run } from '../run.mjs';
import { ensurePackages } from './apt.mjs';
import { installed, missing } from './outcome.mjs';

const requirements = ['tensorflow-cpu==2.21.0', 'tflite-micro==0.dev20261023182759', 'numpy==2.4.6'];

const folder = join(cacheFolder, 'python');
const venv = join(folder, 'venv');
const isWindows = process.platform === 'win32';
const python = isWindows ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');
/** Written last, so that an installation that was interrupted is not taken for a whole one. */
const marker = join(folder, 'installed.txt');

/**
 * TensorFlow, TensorFlow Lite Micro and NumPy in a virtual environment: the independent judges of our models and of our
 * interpreter. Only tests use them.
 *
 * @returns {Promise<import('./outcome.mjs').Outcome<string>>} the path of its Python
 */
export async function ensurePythonJudges() {
  const wanted = requirements.join('\n') + '\n';
  if (existsSync(python) && existsSync(marker) && readFileSync(marker, 'utf8') === wanted)
    return installed(python);

  const system = isWindows ? 'python' : 'python3';
  const { code: withoutPip } = await run(system, ['-m', 'ensurepip', '--version'], { quiet: true });
  if (withoutPip !== 0) {
    const packages = await ensurePackages(['python3', 'python3-venv']);
    if (!packages.ok) return packages;
  }
  console.log('Installing TensorFlow and TensorFlow Lite Micro for the tests (about a minute and 1.6 GB)…');
  mkdirSync(folder, { recursive: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...requirements];
  /** @type {readonly [string, readonly string[]][]} */
  const steps = [
    [system, ['-m', 'venv', venv]],
    [python, pip],
  ];
  for (const [program, args] of steps) {
    const { code, output } = await run(program, args, { quiet: true });
    if (code !== 0) return missing(`The Python judges could not be installed:\n${output.trim()}`);
  }
  writeFileSync(marker, wanted);
  return installed(python);
}

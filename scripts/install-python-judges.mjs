/**
 * Installs TensorFlow and TensorFlow Lite Micro into a virtual environment under .cache/python: the independent judges
 * of our models and of our interpreter. Only tests use them. Does nothing where the wanted versions are there already.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const requirements = ['tensorflow-cpu==2.21.0', 'tflite-micro==0.dev20261023182759', 'numpy==2.4.6'];

const folder = fileURLToPath(new URL('../.cache/python/', import.meta.url));
const venv = join(folder, 'venv');
const isWindows = process.platform === 'win32';
const python = isWindows ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');
/** Written last, so that an installation that was interrupted is not taken for a whole one. */
const marker = join(folder, 'installed.txt');

function run(command, args) {
  execFileSync(command, args, { stdio: 'inherit' });
}

function installed() {
  return existsSync(python) && existsSync(marker) ? readFileSync(marker, 'utf8') : '';
}

const wanted = requirements.join('\n') + '\n';
if (installed() !== wanted) {
  console.log(
    'Installing TensorFlow and TensorFlow Lite Micro for the tests (about a minute and 1.6 GB) ...',
  );
  mkdirSync(folder, { recursive: true });
  if (!existsSync(python)) run(isWindows ? 'python' : 'python3', ['-m', 'venv', venv]);
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...requirements]);
  writeFileSync(marker, wanted);
}
console.log(`Python judges: ${python}`);

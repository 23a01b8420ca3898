// @ts-check
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../run.mjs';
import { ensurePackages } from './apt.mjs';
import { cachedTool } from './cachedTool.mjs';
import { findProgram } from './findProgram.mjs';
import { npmInstall } from './npmInstall.mjs';
import { installed, missing } from './outcome.mjs';
import { ensurePythonJudges } from './pythonJudges.mjs';

const version = '4.22.0';
const napi = '8';

/**
 * `@tensorflow/tfjs-node` with a native part that is compiled here, against the TensorFlow of the Python judges: its own
 * install script downloads a library from elsewhere. Ten seconds to compile; only tests and benchmarks use it.
 *
 * @returns {Promise<import('./outcome.mjs').Outcome<string>>} the folder to name in `tinyml.tensorflowPath`
 */
export async function ensureTfjsNode() {
  if (process.platform !== 'linux') return missing('tfjs-node is built for the tests on Linux only.');
  return cachedTool(`tfjs-node-${version}`, build);
}

/**
 * @param {string} folder
 * @returns {Promise<import('./outcome.mjs').Outcome<undefined>>}
 */
async function build(folder) {
  if (!findProgram(['g++'])) {
    const packages = await ensurePackages(['g++']);
    if (!packages.ok) return packages;
  }
  const headers = nodeHeaders();
  if (!headers) return missing("Node's headers (include/node/node_api.h) are not beside this Node.");
  const judges = await ensurePythonJudges();
  if (!judges.ok) return judges;
  const tensorflow = await tensorflowFolder(judges.value);
  if (!tensorflow) return missing('TensorFlow was installed without its headers (tensorflow/include).');

  const unpacked = await npmInstall(folder, `@tensorflow/tfjs-node@${version}`, {
    args: ['--ignore-scripts'],
  });
  if (!unpacked.ok) return unpacked;

  const own = join(folder, 'node_modules', '@tensorflow', 'tfjs-node');
  const target = join(own, 'lib', `napi-v${napi}`);
  mkdirSync(target, { recursive: true });
  const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];
  const args = [
    ...['-O2', '-std=c++17', '-shared', '-fPIC', `-DNAPI_VERSION=${napi}`],
    '-DNODE_GYP_MODULE_NAME=tfjs_binding',
    ...[`-I${join(tensorflow, 'include')}`, `-I${headers}`],
    ...['tfjs_backend.cc', 'tfjs_binding.cc'].map((source) => join(own, 'binding', source)),
    ...libraries.map((library) => join(tensorflow, library)),
    `-Wl,-rpath,${tensorflow}`,
    ...['-o', join(target, 'tfjs_binding.node')],
  ];
  console.log('Compiling the native part of tfjs-node (ten seconds)…');
  const { code, output } = await run('g++', args, { quiet: true });
  return code === 0 ? installed(undefined) : missing(`tfjs-node could not be compiled:\n${output.trim()}`);
}

/** @returns {string | undefined} */
function nodeHeaders() {
  const beside = join(dirname(dirname(realpathSync(process.execPath))), 'include', 'node');
  return [beside, '/usr/include/node', '/usr/local/include/node'].find((folder) =>
    existsSync(join(folder, 'node_api.h')),
  );
}

/**
 * @param {string} python
 * @returns {Promise<string | undefined>}
 */
async function tensorflowFolder(python) {
  const find = 'import importlib.util as u; print(u.find_spec("tensorflow").submodule_search_locations[0])';
  const { code, output } = await run(python, ['-c', find], { quiet: true });
  const folder = output.trim().split('\n').at(-1) ?? '';
  return code === 0 && existsSync(join(folder, 'include')) ? folder : undefined;
}

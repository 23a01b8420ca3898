// @ts-check
// `npm run package`: the production build, packed into tinyml-workbench.vsix.
import { fileURLToPath } from 'node:url';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root, vsixPath } from './paths.mjs';
import { run } from './run.mjs';

const megabyte = 1024 * 1024;

/** @returns {Promise<{ path: string, bytes: number }>} */
export async function packageExtension() {
  await packFolder(root, vsixPath);
  return { path: vsixPath, bytes: statSync(vsixPath).size };
}

/**
 * @param {string} folder of an extension
 * @param {string} out path of the .vsix
 */
export async function packFolder(folder, out) {
  // vsce runs `vscode:prepublish`, the production build. Dependencies are bundled, so none are packed; the README's
  // pictures are packed with it, so their addresses stay as they are.
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const options = { cwd: folder, quiet: true };
  const { code, output } = await run(
    process.execPath,
    [vsce, ...args, '--skip-license', '--out', out],
    options,
  );
  if (code !== 0) throw new Error(`The extension in ${folder} could not be packed:\n${output}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { path, bytes } = await packageExtension();
  console.log(`${path}: ${bytes} bytes (${(bytes / megabyte).toFixed(2)} MB)`);
}

// All bundles of the project, as one list. `node esbuild.mjs` builds; `--watch` rebuilds; `--production` minifies.
import { build, context, transform } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

// Its CommonJS file finds its own parts at run time, where a bundle has none of them.
const alias = { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' };

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  alias,
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
  // Chinese stays Chinese: escaped, it would be twice as long to read.
  charset: 'utf8',
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };

/** @type {import('esbuild').BuildOptions} */
const page = { ...shared, platform: 'browser', target: 'es2022', format: 'iife' };

// As an import, each module would copy VS Code's whole API into an object of its own when it is loaded.
const importOfVsCode = /import\s*\*\s*as\s+([\w$]+)\s+from\s*"vscode";?/g;

/**
 * What activation loads must be small: VS Code reads it before the first command. So what ships is split at each `import()`;
 * esbuild splits ES modules only, and the extension host of our oldest VS Code loads CommonJS, so each part is rewritten.
 *
 * @type {import('esbuild').BuildOptions}
 */
const splitExtension = {
  ...node,
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  chunkNames: 'parts/[hash]',
  format: 'esm',
  splitting: true,
  write: false,
  plugins: [
    {
      name: 'parts-as-commonjs',
      setup: ({ onEnd }) =>
        onEnd(async ({ outputFiles = [] }) => {
          for (const { path, text } of outputFiles) {
            const { code } = await transform(text.replaceAll(importOfVsCode, 'const $1=require("vscode");'), {
              format: 'cjs',
              platform: 'node',
              charset: 'utf8',
              minify: production,
            });
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(path, code);
          }
        }),
    },
  ],
};

const workers = readdirSync('src/workers').filter((file) => file.endsWith('.worker.ts'));
const pages = readdirSync('webview').filter((folder) => existsSync(join('webview', folder, 'main.ts')));

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...(production
      ? splitExtension
      : { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' }),
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: ['src/serial/port.process.ts'], outfile: 'dist/port.process.js' },
  ...workers.map((file) => ({
    ...node,
    entryPoints: [join('src/workers', file)],
    outfile: join('dist/workers', `${basename(file, '.ts')}.js`),
  })),
  {
    ...node,
    entryPoints: ['src/workers/tfjs.ts'],
    outfile: 'dist/workers/tfjs.js',
    // Its ES modules let the unused half be left out. Only its downloads of models want node-fetch, and they are not used.
    mainFields: ['module', 'main'],
    external: ['node-fetch'],
  },
  ...pages.map((folder) => ({
    ...page,
    entryPoints: [join('webview', folder, 'main.ts')],
    outfile: join('dist/webview', `${folder}.js`),
  })),
];

// The loader of the native module looks for `prebuilds/` in the parent of its bundle's folder. What is the same stays: a
// running program may have it loaded.
const prebuilds = 'node_modules/@serialport/bindings-cpp/prebuilds';
const natives = existsSync(prebuilds) ? readdirSync(prebuilds, { recursive: true, encoding: 'utf8' }) : [];
for (const name of natives.filter((path) => path.endsWith('.node'))) {
  const [from, to] = [join(prebuilds, name), join('prebuilds', name)];
  if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
  rmSync(to, { force: true });
  cpSync(from, to);
}

if (watch) {
  for (const options of bundles) await (await context(options)).watch();
  console.log(`Watching ${bundles.length} bundles.`);
} else {
  rmSync('dist', { recursive: true, force: true });
  const results = await Promise.all(bundles.map((options) => build(options)));
  mkdirSync('dist', { recursive: true });
  // What ships, bundle by bundle: the README's table of dependencies is checked against it.
  const outputs = Object.assign({}, ...results.map((result) => result.metafile?.outputs ?? {}));
  writeFileSync('dist/meta.json', JSON.stringify({ outputs }));
}

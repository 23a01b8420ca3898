// `npm run bench <name> [-- arguments]`: bundles bench/<name>.ts and runs it. Without a name, lists what there is.
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [name, ...rest] = process.argv.slice(2);
const source = join('bench', `${name}.ts`);

if (name === undefined || !existsSync(source)) {
  const names = readdirSync('bench').filter((file) => file.endsWith('.ts'));
  console.log(`Benchmarks: ${names.map((file) => file.replace(/\.ts$/, '')).join(', ')}`);
  process.exit(name === undefined ? 0 : 2);
}

const outfile = join('dist', 'bench', `${name}.mjs`);
await build({
  entryPoints: [source],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const child = spawn(process.execPath, ['--expose-gc', outfile, ...rest], { stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));

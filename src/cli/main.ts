/** The process of `tinyml`: its streams, its signals, its exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from './index';

/** `package.json` stands beside `dist/`, in the checkout and in what ships. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}

// A reader that has seen enough (`tinyml … | head`) closes the pipe: that ends us, and is no error of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.stderr.on('error', () => undefined);

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());

async function main(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    cwd: process.cwd(),
    signal: interrupt.signal,
    isInteractive: process.stderr.isTTY,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    version: version(),
  });
}

void main();

/** The terminal's program as a person starts it: bundled into a folder of its own, in a process of its own. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../sourceFiles';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Tinyml {
  private constructor(readonly folder: string) {}

  static async bundle(): Promise<Tinyml> {
    const folder = mkdtempSync(join(tmpdir(), 'tinyml-cli-'));
    await build({
      absWorkingDir: projectFolder,
      entryPoints: {
        cli: 'src/cli/main.ts',
        'workers/training.worker': 'src/workers/training.worker.ts',
        'port.process': 'src/serial/port.process.ts',
      },
      outdir: join(folder, 'dist'),
      bundle: true,
      alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'silent',
    });
    cpSync(join(projectFolder, 'package.json'), join(folder, 'package.json'));
    // The loader of the native module looks in the parent of its bundle's folder.
    symlinkSync(
      join(projectFolder, 'node_modules/@serialport/bindings-cpp/prebuilds'),
      join(folder, 'prebuilds'),
      'junction',
    );
    return new Tinyml(folder);
  }

  path(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  start(args: readonly string[]): ReturnType<typeof spawn> {
    const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
    return spawn(process.execPath, [this.path('dist', 'cli.js'), ...args], { cwd: this.folder, env });
  }

  async run(args: readonly string[], stdin = ''): Promise<Ended> {
    const child = this.start(args);
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(stdin);
    return ended(child);
  }

  /** Every file below a folder, by its path in it, with `/`. */
  files(folder: string): Map<string, string> {
    const paths = readdirSync(this.path(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return new Map(
      paths
        .sort()
        .map((path) => [
          path.slice(this.path(folder).length + 1).replaceAll('\\', '/'),
          readFileSync(path, 'hex'),
        ]),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

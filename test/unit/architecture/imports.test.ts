import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../sourceFiles';

const depcruise = join(projectFolder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const timeoutMs = 60_000;

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** Dependency-cruiser with the project's own table of imports, on the tree below `folder`. */
function violations(folder: string, ...roots: readonly string[]): Violation[] {
  let output: string;
  try {
    const args = [depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...roots];
    output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64e6 });
  } catch (error) {
    // It exits with the number of violations, and prints them all the same.
    output = (error as { readonly stdout: string }).stdout;
  }
  const report = JSON.parse(output) as { readonly summary: { readonly violations: Violation[] } };
  return report.summary.violations;
}

const fixture = mkdtempSync(join(tmpdir(), 'tinyml-imports-'));
afterAll(() => rmSync(fixture, { recursive: true, force: true }));

describe('the table of imports', { timeout: timeoutMs }, () => {
  it('is held by the whole tree', () => {
    const found = violations(projectFolder, 'src', 'webview', 'l10n');
    expect(found.map(({ from, to, rule }) => `${from} -> ${to} (${rule.name})`)).toEqual([]);
  });

  it('names every wrong import', () => {
    cpSync(join(projectFolder, '.dependency-cruiser.cjs'), join(fixture, '.dependency-cruiser.cjs'));
    cpSync(join(projectFolder, 'tsconfig.json'), join(fixture, 'tsconfig.json'));
    cpSync(join(projectFolder, 'package.json'), join(fixture, 'package.json'));
    symlinkSync(join(projectFolder, 'node_modules'), join(fixture, 'node_modules'), 'junction');
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(fixture, path)), { recursive: true });
      writeFileSync(join(fixture, path), text);
    };
    const wrong: Readonly<Record<string, readonly [text: string, rule: string]>> = {
      'src/core/a.ts': [`import { b } from '../host/b'; export const a = b;`, 'core-imports'],
      'src/core/files.ts': [
        `import { readFileSync } from 'node:fs'; export { readFileSync };`,
        'core-imports',
      ],
      'src/core/editor.ts': [`import * as vscode from 'vscode'; export { vscode };`, 'core-imports'],
      'src/protocol/a.ts': [`import { b } from '../host/b'; export const a = b;`, 'protocol-imports'],
      'src/jobs/a.ts': [`import { b } from '../host/b'; export const a = b;`, 'jobs-imports'],
      'src/jobs/editor.ts': [
        `import type * as vscode from 'vscode'; export type A = vscode.Uri;`,
        'jobs-imports',
      ],
      'src/cli/a.ts': [`import { b } from '../host/b'; export const a = b;`, 'cli-imports'],
      'src/workers/a.ts': [`import { b } from '../host/b'; export const a = b;`, 'workers-imports'],
      'src/host/a.ts': [`import { c } from '../commands/c'; export const a = c;`, 'host-imports'],
      'src/commands/d.ts': [
        `import { c } from './c'; export const d = c;`,
        'commands-do-not-know-each-other',
      ],
      'webview/plot/a.ts': [`import { b } from '../../src/host/b'; export const a = b;`, 'webview-imports'],
      'webview/plot/files.ts': [`import { join } from 'node:path'; export { join };`, 'webview-imports'],
      'webview/plot/toolkit.ts': [
        `import { Button } from '@vscode/webview-ui-toolkit'; export { Button };`,
        'one-door-to-the-toolkit',
      ],
    };
    write('src/host/b.ts', 'export const b = 1;');
    write('src/commands/c.ts', 'export const c = 1;');
    for (const [path, [text]] of Object.entries(wrong)) write(path, text);

    const found = violations(fixture, 'src', 'webview');
    for (const [path, [, rule]] of Object.entries(wrong)) {
      expect(
        found.some((violation) => violation.from === path && violation.rule.name === rule),
        path,
      ).toBe(true);
    }
    expect(found.filter(({ from }) => from === 'src/host/b.ts' || from === 'src/commands/c.ts')).toEqual([]);
  });
});

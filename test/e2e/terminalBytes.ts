/** What the terminal makes of the same project is what the editor has made, byte for byte. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from '../../scripts/paths.mjs';
import { Workspace } from './workspace';

/**
 * @param project a project file in the workspace, or 'sine' for the tutorial
 * @param made the folder in the workspace with what the editor made of it
 */
export function expectBytesOfTerminal(workspace: Workspace, project: string, made: string): void {
  const terminal = new Workspace();
  try {
    const source = project === 'sine' ? project : workspace.path(project);
    execFileSync(process.execPath, [
      join(root, 'dist', 'cli.js'),
      'train',
      source,
      '--out',
      terminal.path('out'),
    ]);
    const [ours, expected] = [workspace.files(made), terminal.files('out')];
    expect(expected.size).toBeGreaterThanOrEqual(13);
    expect([...ours.keys()]).toEqual([...expected.keys()]);
    for (const [path, bytes] of expected) expect(ours.get(path)?.equals(bytes), path).toBe(true);
  } finally {
    terminal.remove();
  }
}

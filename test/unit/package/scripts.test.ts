import { describe, expect, it } from 'vitest';
import { commandLine, needsShell } from '../../../scripts/run.mjs';

const code = 'C:\\Program Files\\Microsoft VS Code\\bin\\code.cmd';

describe('a program that a script starts', () => {
  it('is quoted where a shell starts it, and left alone elsewhere', () => {
    const args = ['--user-data-dir', 'C:\\My Projects\\data', '--wait'];
    expect(needsShell(code, 'win32')).toBe(true);
    expect(commandLine(code, args, 'win32')).toEqual([
      `"${code}"`,
      ['--user-data-dir', '"C:\\My Projects\\data"', '--wait'],
    ]);
    expect(commandLine('npm', ['ci'], 'win32')).toEqual(['npm', ['ci']]);
    expect(commandLine('C:\\a b\\node.exe', ['a b'], 'win32')).toEqual(['C:\\a b\\node.exe', ['a b']]);
    expect(commandLine('/opt/a b/code', ['a b'], 'linux')).toEqual(['/opt/a b/code', ['a b']]);
  });
});

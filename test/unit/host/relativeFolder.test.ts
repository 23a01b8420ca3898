import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { relativeFolder } from '../../../src/host/relativeFolder';

const parts = [
  '..',
  '.',
  'a',
  '...',
  '.. ',
  '..  .',
  '~',
  'C:',
  'c:x',
  '',
  'sine_model',
  'file:',
  'a b',
  'a..b',
];
const separators = ['/', '\\', '//', '\\\\'];

describe('the output folder of the setting', () => {
  it.each([
    ['sine_model', ['sine_model']],
    ['./out/models/', ['out', 'models']],
    ['out\\models', ['out', 'models']],
    [' out ', ['out']],
    ['.', []],
    ['', []],
    ['a..b', ['a..b']],
    ['模型', ['模型']],
  ])('%j is inside the workspace', (setting, names) => {
    expect(relativeFolder(setting)).toEqual(names);
  });

  it.each([
    '/tmp',
    '\\tmp',
    'C:\\x',
    'c:x',
    '\\\\server\\share',
    '~/x',
    'file:///x',
    '..',
    // A folder on POSIX, and nothing but dots on Windows.
    '...',
    'a/../..',
    'a\\..\\..\\b',
    '.. /x',
    'a:b',
    'a\0b',
  ])('%j is refused with a sentence', (setting) => {
    expect(() => relativeFolder(setting)).toThrow(
      expect.objectContaining({
        sentence: expect.objectContaining({
          id: expect.stringMatching(/^host\.outputFolder\./) as string,
        }) as object,
      }),
    );
  });

  it('never leaves the workspace, on any system, whatever its parts are', () => {
    let accepted = 0;
    for (const first of parts) {
      for (const second of parts) {
        for (const third of parts) {
          for (const separator of separators) {
            let names: readonly string[];
            try {
              names = relativeFolder([first, second, third].join(separator));
            } catch {
              continue;
            }
            accepted++;
            expect(posix.resolve('/work/space', ...names)).toMatch(/^\/work\/space(\/|$)/);
            expect(win32.resolve('D:\\work\\space', ...names)).toMatch(/^D:\\work\\space(\\|$)/);
          }
        }
      }
    }
    expect(accepted).toBeGreaterThan(100);
  });
});

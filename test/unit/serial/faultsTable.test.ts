/** The table of faults in docs/serial-faults.md: it names every fault, and only tests that exist. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../sourceFiles';

interface NamedTest {
  readonly file: string;
  readonly name: string;
}

const text = readFileSync(join(projectFolder, 'docs', 'serial-faults.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => /^\| *\d+ *\|/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** `file` "name", "another name of it", `another/file` "name" */
function testsIn(cell: string): readonly NamedTest[] {
  let file = '';
  return [...cell.matchAll(/`([^`]+)`|"([^"]+)"/g)].flatMap(([, path, name]) => {
    if (path !== undefined) file = path;
    return name === undefined ? [] : [{ file, name }];
  });
}

describe('the table of serial faults', () => {
  it('names the 36 faults in order, each with a test and what came of it', () => {
    expect(rows.map(([number]) => Number(number))).toEqual(
      Array.from({ length: 36 }, (_, index) => index + 1),
    );
    for (const [number = '', fault, tests = '', figure] of rows) {
      expect(fault, number).not.toBe('');
      expect(figure, number).not.toBe('');
      expect(testsIn(tests).length, number).toBeGreaterThan(0);
    }
  });

  // Cells are joined by new lines where the text below the table breaks.
  it.each(testsIn(text.slice(text.indexOf('| 1 ')).replaceAll('\n', ' ')))(
    '$file: "$name" exists',
    ({ file, name }) => {
      const path = join(projectFolder, 'test', `${file}.test.ts`);
      expect(existsSync(path), `there is no ${file}`).toBe(true);
      expect(readFileSync(path, 'utf8')).toMatch(
        new RegExp(`(?:it|it\\.\\w+\\([^)]*\\))\\(\\s*'[^'\n]*${escaped(name)}`),
      );
    },
  );
});

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

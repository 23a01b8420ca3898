import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isGenerated, projectFolder, sourceFiles } from '../sourceFiles';

const longestLines = 300;

/** One entry after the other, looked up and not read. */
const tables = ['src/core/check/tflm-90b983c.ts'];

const folders = (path: string): string[] =>
  readdirSync(join(projectFolder, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

describe('the house', () => {
  const files = sourceFiles('src', 'webview', 'l10n').filter((file) => !isGenerated(file));

  it('has its rooms on the map of the code in CONTRIBUTING.md, and no others stand there', () => {
    const map = readFileSync(join(projectFolder, 'CONTRIBUTING.md'), 'utf8');
    const rows = map.slice(map.indexOf('## A map of the code'), map.indexOf('## To add something'));
    // A row names a room by its path, and more rooms beside it by their names.
    const named = [...rows.matchAll(/^\| (`[^|]+?) +\|.*$/gm)].flatMap(([row, cell = '']) => {
      const [first = '', ...others] = [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '');
      const parent = first.slice(0, first.lastIndexOf('/') + 1);
      const inText = [...row.matchAll(/`(webview\/\w+)`/g)].map(([, path]) => path ?? '');
      const beside = others.map((path) => (path.includes('/') ? path : parent + path));
      return [first, ...beside, ...inText];
    });
    const rooms = ['src', 'src/core', 'webview'].flatMap((path) =>
      folders(path).map((name) => `${path}/${name}`),
    );
    const expected = rooms.filter((path) => path !== 'src/core').concat('l10n', 'docs/findings');
    expect([...new Set(named)].sort()).toEqual(expected.sort());
  });

  it(`has no file of more than ${longestLines} lines, generated ones, lists of sentences and tables aside`, () => {
    const long = files
      .filter(({ path }) => !path.startsWith('l10n/') && !tables.includes(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > longestLines);
    expect(long).toEqual([]);
  });

  it('has no file named after nothing', () => {
    const names = files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1, -'.ts'.length));
    expect(names.filter((name) => /util|helper|manager|misc|^common$/i.test(name))).toEqual([]);
  });

  it('silences no check', () => {
    const silenced = /@ts-ignore|@ts-nocheck|@ts-expect-error|eslint-disable|\bas any\b|: any\b/;
    expect(files.filter(({ text }) => silenced.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

import { readdirSync } from 'node:fs';
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

  it('has only the rooms that the map of the code names', () => {
    const layers = ['cli', 'commands', 'core', 'host', 'jobs', 'protocol', 'serial', 'workers'];
    const core = [
      ...['arena', 'boards', 'check', 'data', 'firmware', 'inspect', 'nn', 'project'],
      ...['quantize', 'report', 'runtime', 'source', 'stream', 'tflite'],
    ];
    const pages = ['compare', 'inspector', 'monitor', 'plot', 'shared', 'training'];
    expect(layers).toEqual(expect.arrayContaining(folders('src')));
    expect(core).toEqual(expect.arrayContaining(folders('src/core')));
    expect(pages).toEqual(expect.arrayContaining(folders('webview')));
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
    expect(
      names.filter((name) => /util|helper|manager|misc|common$/i.test(name) && name !== 'common'),
    ).toEqual([]);
  });

  it('silences no check', () => {
    const silenced = /@ts-ignore|@ts-nocheck|@ts-expect-error|eslint-disable|as any\b|: any\b/;
    expect(files.filter(({ text }) => silenced.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

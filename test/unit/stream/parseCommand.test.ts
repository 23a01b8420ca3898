import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/cli/parse';
import { languageFor } from '../../../l10n/languages';
import type { CliIo } from '../../../src/cli/io';
import { CORPUS } from './corpus';

async function run(args: readonly string[], input: string | Uint8Array, chunkBytes = 7): Promise<unknown[]> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  let output = '';
  const io: CliIo = {
    stdin: (async function* () {
      for (let at = 0; at < bytes.length; at += chunkBytes)
        yield await Promise.resolve(bytes.subarray(at, at + chunkBytes));
    })(),
    stdout: (text) => {
      output += text;
    },
    stderr: () => undefined,
    say: ({ id }) => id,
    fileLanguage: languageFor('en'),
    cwd: '.',
  };
  expect(await parseCommand(args, io)).toBe(0);
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}

describe('tinyml parse', () => {
  it('answers every line of the corpus with one line of JSON', async () => {
    const answers = await run([], CORPUS.map((row) => `${row.line}\r\n`).join(''));
    expect(answers).toHaveLength(CORPUS.length);
    expect(answers).toMatchObject(
      CORPUS.map(({ ours }) => {
        const word = /^(text|log|header|reject)/.exec(ours)?.[1];
        return { kind: word === 'log' ? 'text' : (word ?? 'data') };
      }),
    );
  });

  it('prints values as the documentation says', async () => {
    const lines = '1,2\nx: 1.2\n>x:1;2\nnan,,-inf\n1,2,abc\n>:Hello\naX,aY\n';
    expect(await run([], lines)).toMatchObject([
      { kind: 'data', values: [1, 2] },
      { kind: 'data', values: { x: 1.2 } },
      { kind: 'data', values: { x: [1, 2] } },
      { kind: 'data', values: ['NaN', null, '-Infinity'] },
      { kind: 'reject', reason: 'field 3 "abc" is not a number' },
      { kind: 'text', log: 'Hello' },
      { kind: 'header', values: ['aX', 'aY'] },
    ]);
  });

  it('reads a last line without a newline, and says of a too long one that it is', async () => {
    const [, long, last] = await run([], `1\n${'a'.repeat(9000)}\n2`, 1000);
    expect(long).toEqual({ kind: 'reject', reason: 'the line is longer than 4,096 bytes' });
    expect(last).toMatchObject({ values: [2] });
  });

  it('takes the format from its option, also a binary one', async () => {
    expect(await run(['--format', 'arduino'], '1;2\n')).toMatchObject([{ values: { 'value 1': 1 } }]);
    expect(await run(['--format=csv:semicolon'], '1,5;2\n')).toMatchObject([{ values: [1.5, 2] }]);
    expect(await run(['--format', 'binary:2xuint8'], Uint8Array.from([1, 2, 3, 4]))).toMatchObject([
      { values: [1, 2] },
      { values: [3, 4] },
    ]);
  });

  it.each([[['--format']], [['--format', 'morse']], [['file.txt']]])('refuses %j', async (args) => {
    await expect(run(args, '')).rejects.toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { LineSplitter, MAX_LINE_BYTES } from '../../../src/core/stream/lineSplitter';

const encoder = new TextEncoder();

interface Split {
  readonly lines: string[];
  readonly tooLong: string[];
}

function split(
  chunks: Iterable<Uint8Array>,
  startsMidLine = false,
): Split & { readonly splitter: LineSplitter } {
  const lines: string[] = [];
  const tooLong: string[] = [];
  const splitter = new LineSplitter(
    { line: (text) => lines.push(text), tooLong: (head) => tooLong.push(head) },
    { startsMidLine },
  );
  for (const chunk of chunks) splitter.push(chunk);
  return { lines, tooLong, splitter };
}

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The judge: decode everything at once, split the text. Right for input without lines over the limit. */
function judge(bytes: Uint8Array): string[] {
  const parts = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
  return parts.slice(0, -1).map((part) => part.replace(/\r$/, ''));
}

const mixed = encoder.encode(
  'x:1.2\r\n\r\n温度:25.7°C\n\x1b[0;32mI (1) main: ok\x1b[0m\r\na\rb\r\r\n\n😀,1\n1,2\r\n\ufeffbom\nlast without end',
);

describe('LineSplitter', () => {
  it('gives the same lines for every chunk size', () => {
    const expected = judge(mixed);
    for (let size = 1; size <= mixed.length; size++) expect(split(cut(mixed, size)).lines).toEqual(expected);
  });

  it('gives the same lines for every cut into two, also of bytes that are no UTF-8', () => {
    const bytes = Uint8Array.from([
      0xc3, 0x0a, 0xe2, 0x82, 0x0a, 0xff, 0x41, 0x0d, 0x0a, 0xf0, 0x9f, 0x98, 0x0a,
    ]);
    const expected = judge(bytes);
    for (let at = 0; at <= bytes.length; at++) {
      expect(split([bytes.subarray(0, at), bytes.subarray(at)]).lines).toEqual(expected);
    }
  });

  it('cuts a line of more than 4096 bytes off and reads the next one, for any chunk size', () => {
    const fits = 'b'.repeat(MAX_LINE_BYTES);
    const bytes = encoder.encode(`1\n${fits}\n${fits}c\n${'d'.repeat(20_000)}\n2\n`);
    for (const size of [1, 7, 100, 4095, 4096, 4097, 8192, bytes.length]) {
      const { lines, tooLong } = split(cut(bytes, size));
      expect(lines).toEqual(['1', fits, '2']);
      expect(tooLong).toEqual([fits, 'd'.repeat(MAX_LINE_BYTES)]);
    }
  });

  it('drops the line that was under way when the port was opened', () => {
    for (let size = 1; size < 8; size++) {
      expect(split(cut(encoder.encode('.5,7\n1,2\n3,4\n'), size), true).lines).toEqual(['1,2', '3,4']);
    }
    const { splitter, lines } = split([encoder.encode('1\n2')]);
    splitter.reset({ startsMidLine: true });
    splitter.push(encoder.encode('tail\n3\n'));
    expect(lines).toEqual(['1', '3']);
  });

  it('shows the unfinished line, and gives it out at the end', () => {
    const { splitter, lines } = split([encoder.encode('a\nPassword: ')]);
    expect(splitter.pendingText()).toBe('Password: ');
    splitter.end();
    expect(lines).toEqual(['a', 'Password: ']);
    expect(splitter.pendingText()).toBe('');
  });

  it('takes 20 MB without a newline in less than a second of CPU', () => {
    const chunk = new Uint8Array(4096).fill(0x61);
    const before = process.cpuUsage();
    const { tooLong, lines } = split(Array.from({ length: 5120 }, () => chunk));
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    console.log(`  20 MB without a newline: ${seconds.toFixed(3)} s of CPU`);
    expect(tooLong).toHaveLength(1);
    expect(lines).toHaveLength(0);
    expect(seconds).toBeLessThan(1);
  });
});

import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import { outgoingBytes } from '../../../src/host/monitor/outgoingBytes';
import { parseAddress } from '../../../src/host/monitor/parseAddress';
import { splitCommandLine } from '../../../src/host/monitor/splitCommandLine';
import { fitsTaskPatterns } from '../../../src/host/monitor/taskPatterns';
import { timeName } from '../../../src/host/monitor/timeName';

describe('what goes to the board', () => {
  it('is the text as UTF-8 with the chosen end', () => {
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    expect(text(outgoingBytes('温度\\n', 'lf', false))).toBe('温度\\n\n');
    expect(text(outgoingBytes('a', 'crlf', false))).toBe('a\r\n');
    expect(text(outgoingBytes('a', 'cr', true))).toBe('a\r');
    expect(outgoingBytes('', 'none', true)).toHaveLength(0);
  });

  it('escapes give exactly one byte each, whatever stands around them', () => {
    for (let byte = 0; byte < 256; byte++) {
      const hex = byte.toString(16).padStart(2, '0');
      expect([...outgoingBytes(`é\\x${hex}z`, 'none', true)]).toEqual([0xc3, 0xa9, byte, 0x7a]);
    }
    expect([...outgoingBytes('\\n\\r\\t\\e\\0\\\\', 'none', true)]).toEqual([10, 13, 9, 27, 0, 92]);
  });

  it('an unknown escape is a problem, not a guess', () => {
    for (const text of ['\\q', 'a\\', '\\x4', '\\xzz']) {
      expect(() => outgoingBytes(text, 'lf', true)).toThrow(Problem);
    }
  });
});

describe('addresses', () => {
  it('are host and port', () => {
    expect(parseAddress('localhost:5000')).toEqual({ host: 'localhost', port: 5000 });
    expect(parseAddress(' tcp://192.168.4.1:23/ ')).toEqual({ host: '192.168.4.1', port: 23 });
    expect(parseAddress('[::1]:4444')).toEqual({ host: '::1', port: 4444 });
  });

  it('nothing else', () => {
    for (const text of ['', 'localhost', ':5', 'a:0', 'a:65536', 'a b:5', 'http://a:80', 'a:5x']) {
      expect(parseAddress(text), text).toBeUndefined();
    }
  });
});

describe('command lines', () => {
  it('are words; quotes keep blanks', () => {
    expect(splitCommandLine(`qemu -M "my board" 'a "b"' x`)).toEqual([
      'qemu',
      '-M',
      'my board',
      'a "b"',
      'x',
    ]);
    expect(splitCommandLine('a ""')).toEqual(['a', '']);
  });

  it('an open quote, or nothing, is none', () => {
    for (const text of ['', '  ', 'a "b', '"" a']) expect(splitCommandLine(text), text).toBeUndefined();
  });
});

describe('tasks that need the port', () => {
  const patterns = ['flash', 'upload', ''];
  it('have the word in their name', () => {
    for (const name of ['Flash', 'idf.flash', 'PlatformIO: Upload (uno)', 'build-and-flash']) {
      expect(fitsTaskPatterns(name, patterns), name).toBe(true);
    }
  });

  it('not a part of another word, and no empty pattern fits', () => {
    for (const name of ['flashlight demo', 'reflash2', 'build', '']) {
      expect(fitsTaskPatterns(name, patterns), name).toBe(false);
    }
  });
});

it('names of files sort by time and stand on every file system', () => {
  const names = [0, 1, 59, 3600, 86_400, 40 * 86_400].map((seconds) =>
    timeName(new Date(2026, 0, 1, 0, 0, seconds)),
  );
  expect(names.toSorted()).toEqual(names);
  for (const name of names) expect(name).toMatch(/^\d{8}-\d{6}$/);
});

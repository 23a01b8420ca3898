import { describe, expect, it } from 'vitest';
import { cArraySource } from '../../../src/core/firmware/cArray';
import { findModelArrays, findModelArraysStepwise } from '../../../src/core/source/cArrays';

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function modelBytes(count: number, seed = 1): Uint8Array {
  const next = random(seed);
  const bytes = Uint8Array.from({ length: count }, () => Math.floor(next() * 256));
  bytes.set([0x54, 0x46, 0x4c, 0x33], 4);
  return bytes;
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0');
const octal = (byte: number) => byte.toString(8).padStart(3, '0');
const isPlain = (byte: number) => byte >= 32 && byte < 127 && byte !== 39 && byte !== 34 && byte !== 92;

/** Every way to write an element. */
const elementForms: readonly ((byte: number) => string)[] = [
  (byte) => `0x${hex(byte)}`,
  (byte) => `0X${hex(byte).toUpperCase()}u`,
  (byte) => String(byte),
  (byte) => `0${octal(byte)}`,
  (byte) => `0b${byte.toString(2)}`,
  (byte) => (isPlain(byte) ? `'${String.fromCharCode(byte)}'` : `'\\x${hex(byte)}'`),
  (byte) => `'\\${octal(byte)}'`,
  (byte) => `(unsigned char)0x${hex(byte)}`,
  (byte) => (byte > 127 ? `-${256 - byte}` : `+${byte}`),
];

const separators = [
  ',',
  ', ',
  ',\n  ',
  ', /* 0x99, } */ ',
  ', // 0x99, };\n',
  ',\\\n',
  ',\r\n#pragma pack } ; " \r\n',
];

/** Every way to write a byte within a string. An escape by hexadecimal digits must not be followed by another such digit. */
const stringForms: readonly ((byte: number) => string)[] = [
  (byte) => `\\${octal(byte)}`,
  (byte) => `\\x${hex(byte)}""`,
  (byte) => (isPlain(byte) && byte !== 63 ? String.fromCharCode(byte) : `\\${octal(byte)}`),
  (byte) => ({ 10: '\\n', 9: '\\t', 34: '\\"', 92: '\\\\', 0: '\\000' })[byte] ?? `\\${octal(byte)}`,
  (byte) => `\\${octal(byte)}" /* " */\n  "`,
  (byte) => `\\\n\\${octal(byte)}`,
];

function pick<T>(list: readonly T[], next: () => number): T {
  const item = list[Math.floor(next() * list.length)];
  if (item === undefined) throw new Error('The list is empty.');
  return item;
}

describe('models in C source', () => {
  it('come back byte for byte from every way to write elements', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const next = random(seed);
      const bytes = modelBytes(8 + Math.floor(next() * 100), seed);
      const text = Array.from(bytes, (byte) => pick(elementForms, next)(byte) + pick(separators, next)).join(
        '',
      );
      const [found, ...more] = findModelArrays(
        `static const unsigned char g_m[${bytes.length}] = {\n${text}};\n`,
      );
      expect(more).toEqual([]);
      expect(found?.bytes, text).toEqual(bytes);
    }
  });

  it('come back byte for byte from strings with escapes', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const next = random(seed);
      const bytes = modelBytes(8 + Math.floor(next() * 100), seed);
      const text = Array.from(bytes, (byte) => pick(stringForms, next)(byte)).join('');
      for (const source of [`const char m[] = "${text}";`, `const char m[] = {"${text}"};`]) {
        expect(findModelArrays(source)[0]?.bytes, source).toEqual(bytes);
      }
    }
  });

  it('come back byte for byte from hexadecimal elements, however they are parted', () => {
    const between = [
      ',',
      ', ',
      ' ,\t',
      ',\r\n',
      ',\n#if 0, 1\n',
      ', // 0x1c, 0x99\n',
      ' /* 0x1c */,',
      ',\\\n',
    ];
    for (let seed = 1; seed <= 200; seed++) {
      const next = random(seed);
      const bytes = modelBytes(8 + Math.floor(next() * 100), seed);
      // Elements that only begin like the plain ones, among them.
      const forms = ['0x', '0X', '0x0', '-0x', '+0x'];
      const rows = Array.from(bytes, (byte) => {
        const form = pick(forms, next);
        const value = form.startsWith('-') ? (256 - byte) & 255 : byte;
        const digits = next() < 0.5 ? hex(value) : hex(value).toUpperCase();
        return form + digits + pick(['', '', '', 'u'], next) + pick(between, next);
      });
      const source = `const unsigned char m[] = {${rows.join('')}};`;
      expect(findModelArrays(source)[0]?.bytes, source).toEqual(bytes);
    }
  });

  it('are found in steps of a few milliseconds, however large the source is', () => {
    const elements = Array.from(modelBytes(200_000), (byte) => `0x${hex(byte)}`).join(', ');
    const slow = elements.replaceAll('0x', '(char)0x');
    const other = 'int f(int a) { return a + 1; }\n'.repeat(20_000);
    for (const text of [`char m[] = {${elements}};`, `char m[] = {${slow}};`, other]) {
      const steps = findModelArraysStepwise(text);
      let count = 1;
      let longestMs = 0;
      for (;;) {
        const before = process.cpuUsage();
        const { done } = steps.next();
        const { user, system } = process.cpuUsage(before);
        longestMs = Math.max(longestMs, (user + system) / 1000);
        if (done) break;
        count++;
      }
      expect(count).toBeGreaterThan(10);
      expect(longestMs).toBeLessThan(100);
    }
  });

  it('come back from our own export, with name, alignment and length', () => {
    for (const count of [8, 9, 2704, 30_000]) {
      const bytes = modelBytes(count);
      const source = cArraySource({
        name: 'sine_model',
        bytes,
        header: 'sine_model.h',
        origin: 'sine.tflite',
      });
      expect(findModelArrays(source)).toMatchObject([
        { name: 'sine_model', bytes, alignmentBytes: 16, length: { name: 'sine_model_len', value: count } },
      ]);
    }
  });

  it('are found where several stand in one file, between other arrays and code', () => {
    const rows = (bytes: Uint8Array) => Array.from(bytes, (byte) => `0x${hex(byte)}`).join(', ');
    const [first, second] = [modelBytes(40, 1), modelBytes(60, 2)];
    const source = `#include <stdint.h>
#define START { 0x1c,
const int lookup[] = {1, 2, 3, 4, 5, 6, 7, 8};
static const struct { int a; char *b; } pairs[] = {{1, "x"}, {2, f(3)}};
int f(int a) { int b = a + 1; return b == 2 ? 'a' : "b"[0]; }
void g(int a[2]) { unsigned char inner[] = {1, 2}; }
alignas(8) extern const unsigned char first_model[] = {${rows(first)}};
unsigned int first_model_len = 41;
const unsigned char second_model[] __attribute__((aligned(32))) = {
  ${rows(second)},
};
const int second_model_size = ${second.length};
const auto lambda = [](int x) { return x; };
const unsigned char computed[] = {0x1c, 0, 0, 0, 'T', 'F', 'L', '3', SIZE};
`;
    const found = findModelArrays(source);
    expect(found).toMatchObject([
      { name: 'first_model', bytes: first, line: 7, alignmentBytes: 8, length: { value: 41, line: 8 } },
      { name: 'second_model', bytes: second, line: 9, alignmentBytes: 32, length: { value: 60, line: 12 } },
    ]);
    expect(source.slice(found[0]?.start, found[0]?.end)).toBe(
      `alignas(8) extern const unsigned char first_model[] = {${rows(first)}}`,
    );
  });

  it.each([
    ['const unsigned char m[] ', undefined],
    ['alignas(16) constexpr unsigned char m[]', 16],
    ['[[maybe_unused]] static const unsigned char m[] = ', undefined],
    ['[[gnu::aligned(32)]] const unsigned char m[8] = ', 32],
    ['alignas(16) const uint8_t m[] = ', 16],
    ['_Alignas(4) static const unsigned char m[] = ', 4],
    ['const unsigned char m[] __attribute__((aligned(16))) = ', 16],
    ['__declspec(align(64)) const unsigned char m[] = ', 64],
    ['unsigned char m[] = ', undefined],
  ])('%s declares its alignment', (head, alignmentBytes) => {
    const source = `${head}{${Array.from(modelBytes(8)).join()}};`;
    const [found] = findModelArrays(source);
    expect([found?.name, found?.alignmentBytes]).toEqual(['m', alignmentBytes]);
  });

  it('does not take long or fail over hostile text', () => {
    const large = Array.from(modelBytes(500_000), (byte) => `0x${hex(byte)},`).join('\n');
    const texts: Readonly<Record<string, string>> = {
      'a model of 500 KB': `const unsigned char m[] = {${large}};`,
      'quotes that nothing closes': '"\\"'.repeat(300_000),
      'openings of comments': '/*'.repeat(500_000),
      'openings of raw strings': 'R"a('.repeat(200_000),
      'openings of characters': "'\\".repeat(500_000),
      'openings of arrays': 'a[] = {'.repeat(150_000),
      'a name without end': 'a'.repeat(1_000_000),
      'digits without end': '0x'.repeat(500_000),
      'a declaration without end': 'a [ '.repeat(250_000),
      'lines joined without end': '\\\n'.repeat(500_000),
      'directives without end': '#\\\n'.repeat(300_000),
    };
    for (const [what, text] of Object.entries(texts)) {
      const start = performance.now();
      const found = findModelArrays(text);
      const elapsedMs = performance.now() - start;
      expect(found.length, what).toBe(what === 'a model of 500 KB' ? 1 : 0);
      expect(elapsedMs, what).toBeLessThan(3000);
    }
  });
});

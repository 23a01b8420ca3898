import { describe, expect, it } from 'vitest';
import { findModelArrays } from '../../../src/core/source/cArrays';
import { lengthRange, nameRange, type LineRange } from '../../../src/host/inspector/arrayRanges';

const body = '{0x1c, 0, 0, 0, 0x54, 0x46, 0x4c, 0x33, 1, 2}';

function cut(text: string, { line, start, end }: LineRange): string | undefined {
  return text.split('\n')[line]?.slice(start, end);
}

describe('places of findings about arrays', () => {
  const sources = {
    'the array and its length on lines of their own': `const unsigned char g_model[] = ${body};\nconst unsigned int g_model_len = 99;\n`,
    'a word before the name that contains it': `static const g_models g_model[] = ${body};\nunsigned my_g_model_len_, g_model_len = 99;\n`,
    'a name with a dollar sign': `unsigned char g_$[] = ${body};\nint g_$_len=99;\n`,
  };
  for (const [what, text] of Object.entries(sources)) {
    it(`are found for ${what}`, () => {
      const [array] = findModelArrays(text);
      if (!array) throw new Error('No array was found.');
      const lines = text.split('\n');
      expect(cut(text, nameRange(array, lines[array.line - 1] ?? ''))).toBe(array.name);
      if (array.length) expect(cut(text, lengthRange(array, lines[array.length.line - 1] ?? ''))).toBe('99');
    });
  }

  it('are the name where the number stands on the next line', () => {
    const text = `unsigned char g_model[] = ${body};\nunsigned int g_model_len =\n  99;\n`;
    const [array] = findModelArrays(text);
    expect(array?.length?.value).toBe(99);
    if (array) expect(cut(text, lengthRange(array, text.split('\n')[1] ?? ''))).toBe('g_model_len');
  });

  it('are the whole line where the text has changed since', () => {
    const [array] = findModelArrays(`unsigned char g_model[] = ${body};`);
    if (array) expect(nameRange(array, 'other')).toEqual({ line: 0, start: 0, end: 5 });
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const words = (path: string): Record<string, string> => JSON.parse(text(path)) as Record<string, string>;

describe('the strings of the manifest', () => {
  const english = words('package.nls.json');
  const chinese = words('package.nls.zh-cn.json');
  const used = new Set([...text('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''));

  it('are used, and exist, in both languages', () => {
    expect(Object.keys(english).sort()).toEqual([...used].sort());
    expect(Object.keys(chinese).sort()).toEqual([...used].sort());
  });

  it('say something, each in its language', () => {
    const isText = ([key]: readonly [string, string]): boolean => !key.startsWith('file.');
    for (const [key, value] of Object.entries(english)) expect(value, key).toMatch(/^\P{Script=Han}+$/u);
    for (const [key, value] of Object.entries(chinese).filter(isText))
      expect(value, key).toMatch(/\p{Script=Han}/u);
  });

  it('are keys wherever a person reads them', () => {
    const shown =
      /"(title|description|markdownDescription|enumDescriptions|markdownEnumDescriptions|displayName)": "([^"]*)"/g;
    const plain = [...text('package.json').matchAll(shown)].map(([, , value]) => value ?? '');
    expect(plain.filter((value) => !/^%.+%$/.test(value))).toEqual(['TinyML Workbench']);
  });
});

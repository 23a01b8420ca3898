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
    const plain = shown(JSON.parse(text('package.json'))).filter((value) => !/^%.+%$/.test(value));
    expect(plain).toEqual(['TinyML Workbench']);
  });
});

const isShown =
  /^(title|name|description|displayName|altText|(markdown)?(Enum)?Descriptions?|(markdown)?(d|D)eprecationMessage)$/i;
/** These have names too, and nobody reads them. */
const notShown = ['dependencies', 'devDependencies', 'optionalDependencies', 'scripts'];

/** Every text of the manifest that VS Code shows. */
function shown(value: unknown, isRoot = true): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => shown(item, false));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (isRoot && (key === 'name' || notShown.includes(key))) return [];
    if (!isShown.test(key)) return shown(inner, false);
    return [inner].flat().flatMap((one) => (typeof one === 'string' ? [one] : shown(one, false)));
  });
}

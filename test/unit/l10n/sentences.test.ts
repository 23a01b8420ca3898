import { describe, expect, it } from 'vitest';
import { en } from '../../../l10n/en/index';
import { zhCn } from '../../../l10n/zh-cn/index';
import { languageFor } from '../../../l10n/languages';
import { formatTemplate } from '../../../l10n/format';
import { sourceFiles } from '../sourceFiles';

const ids = Object.keys(en) as (keyof typeof en)[];
const areas = new Set(ids.map((id) => id.slice(0, id.indexOf('.'))));

/** `{name}` and `{name?one|other}`: the names of both. */
function holes(template: string): string[] {
  return [...new Set([...template.matchAll(/\{(\w+)(?:\?[^}]*)?\}/g)].map(([, name]) => name ?? ''))].sort();
}

const code = sourceFiles('src', 'webview').map(({ path, text }) => ({
  path,
  text: text.replace(/\\'/g, ''),
}));

/** Literals that look like a sentence's id; the word before the dot must be one of our areas. */
function literalIds(text: string): string[] {
  return [...text.matchAll(/['"]([a-z][A-Za-z]*)\.([A-Za-z][\w.]*)['"]/g)]
    .filter(([, area]) => areas.has(area ?? ''))
    .map(([, area, name]) => `${area ?? ''}.${name ?? ''}`);
}

const used = new Map<string, string>();
for (const { path, text } of code) for (const id of literalIds(text)) used.set(id, path);

/** Literals that look like an id and are none: names of files and of modules. */
const notSentences = /\.(js|ts|css|json|cc|h|py|csv|md|tflite|png)$/;

const sameInEveryLanguage = /TensorFlow Lite( Micro)?|C\+\+|Python|Teleplot|JSON|M[SA]E|Hz|ms|data\.csv/g;

describe('the sentences', () => {
  it('are the same in every language', () => {
    expect(Object.keys(zhCn).sort()).toEqual([...ids].sort());
  });

  it.each(ids)('%s has the same holes in Chinese, and both say something', (id) => {
    expect(holes(zhCn[id])).toEqual(holes(en[id]));
    expect(en[id].trim()).not.toBe('');
    expect(zhCn[id].trim()).not.toBe('');
    expect(en[id]).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(ids)('%s is Chinese in Chinese, with full-width punctuation and no blank beside it', (id) => {
    const words = en[id].replaceAll(/\{[^}]*\}/g, ' ').replaceAll(sameInEveryLanguage, ' ');
    if (/[a-z]/i.test(words)) expect(zhCn[id]).toMatch(/\p{Script=Han}/u);
    // A colon may be meant as it is typed: `标签:数值`.
    expect(zhCn[id]).not.toMatch(/\p{Script=Han}[,;?!"()]|[,;?!"()]\p{Script=Han}|\.\.\./u);
    expect(zhCn[id]).not.toMatch(/ [，。；：！？（）、“”]|[，。；：！？（）、“”] /u);
  });

  it('are all used, by their literal id', () => {
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
  });

  it('exist wherever a literal names one', () => {
    const unknown = [...used].filter(([id]) => !(id in en) && !notSentences.test(id));
    expect(unknown.map(([id, path]) => `${id} in ${path}`)).toEqual([]);
  });

  it('are Chinese where the locale is, and English for everybody else', () => {
    for (const locale of ['zh-cn', 'zh-CN', 'zh', 'zh-tw', 'ZH-Hans'])
      expect(languageFor(locale).tag).toBe('zh-CN');
    for (const locale of ['en', 'de', 'ja', '', undefined]) expect(languageFor(locale).tag).toBe('en');
  });

  it('fill their holes, and choose the word that follows a count', () => {
    const template = '{count} {count?file is|files are} in {folder}, {folder}';
    expect(formatTemplate(template, { count: 1, folder: 'a' }, 'en')).toBe('1 file is in a, a');
    expect(formatTemplate(template, { count: 1200, folder: 'a' }, 'en')).toBe('1,200 files are in a, a');
  });
});

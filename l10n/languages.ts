/** The languages we speak, and which one answers for a locale such as `zh-CN`, `zh-TW` or `de`. */
import { en } from './en/index';
import { zhCn } from './zh-cn/index';
import type { Sentences } from './sentences';
import { speaksChinese } from './speaksChinese';

export interface Language {
  /** BCP 47 tag, for `lang` attributes and number formats. */
  readonly tag: 'en' | 'zh-CN';
  readonly sentences: Sentences;
}

export function languageFor(locale: string | undefined): Language {
  return speaksChinese(locale) ? { tag: 'zh-CN', sentences: zhCn } : { tag: 'en', sentences: en };
}

/** The language of the window, and sentences in it. */
import * as vscode from 'vscode';
import type { Language } from '../../l10n/languages';
import { formatSentence, type Sentence } from '../../l10n/sentences';
import { speaksChinese } from '../../l10n/speaksChinese';

export type Say = (sentence: Sentence) => string;

/** Activation waits for it, so only the one language is loaded. */
export async function windowLanguage(): Promise<Language> {
  if (speaksChinese(vscode.env.language)) {
    const { zhCn } = await import('../../l10n/zh-cn/index');
    return { tag: 'zh-CN', sentences: zhCn };
  }
  const { en } = await import('../../l10n/en/index');
  return { tag: 'en', sentences: en };
}

export function sayIn(language: Language): Say {
  return (sentence) => formatSentence(sentence, language.sentences, language.tag);
}

/** The language of the window, and sentences in it. */
import * as vscode from 'vscode';
import { languageFor, type Language } from '../../l10n/languages';
import { formatSentence, type Sentence } from '../../l10n/sentences';

export type Say = (sentence: Sentence) => string;

export function windowLanguage(): Language {
  return languageFor(vscode.env.language);
}

export function sayIn(language: Language): Say {
  return (sentence) => formatSentence(sentence, language.sentences, language.tag);
}

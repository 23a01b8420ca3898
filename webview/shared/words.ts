/** The sentences of the page's language. The host writes them into the page, so that a page's bundle carries no language. */
import {
  formatNumber,
  formatTemplate,
  measuredDigits,
  smallestInFull,
  type TemplateNames,
} from '../../l10n/format';
import type { en } from '../../l10n/en/index';
import type { Sentence, SentenceArgs, SentenceId, Sentences } from '../../l10n/sentences';

type Arguments<Id extends SentenceId> =
  TemplateNames<(typeof en)[Id]> extends never ? [] : [SentenceArgs<Id>];

export interface Words {
  /** BCP 47 tag. */
  readonly language: string;
  readonly t: <Id extends SentenceId>(id: Id, ...args: Arguments<Id>) => string;
  readonly say: (said: Sentence) => string;
  /** A dash where there is no number. */
  readonly number: (value: number) => string;
  /** As precise as it was measured; a dash where there is none. */
  readonly measured: (value: number) => string;
  /** At least four significant digits: for measured numbers that stand in a column. */
  readonly measure: (value: number) => string;
}

export function createWords(sentences: Sentences, language: string): Words {
  const measures = new Intl.NumberFormat(language, {
    minimumSignificantDigits: 4,
    maximumSignificantDigits: measuredDigits,
  });
  const format = (id: SentenceId, values: Sentence['args']): string =>
    formatTemplate(sentences[id], values, language);
  return {
    language,
    t: (id, ...args) => format(id, args[0] ?? {}),
    say: ({ id, args }) => format(id, args),
    number: (value) => (Number.isNaN(value) ? '–' : formatNumber(value, language)),
    measured: (value) => (Number.isNaN(value) ? '–' : formatNumber(value, language, measuredDigits)),
    measure: (value) =>
      Math.abs(value) < smallestInFull ? formatNumber(value, language) : measures.format(value),
  };
}

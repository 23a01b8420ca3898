/**
 * Every sentence of the program by its id, and the type of each.
 *
 * A sentence's id is `area.name`; its English stands in `l10n/en/<area>.ts`, its Chinese in `l10n/zh-cn/<area>.ts`.
 * Code below the user interface returns a `Sentence` (id and values); whoever talks to a person formats it.
 */
import type { en } from './en/index';
import { formatTemplate, type SentenceValue, type TemplateNames } from './format';

export type SentenceId = keyof typeof en;

export type SentenceArgs<Id extends SentenceId> = Readonly<
  Record<TemplateNames<(typeof en)[Id]>, SentenceValue>
>;

/** A sentence not yet in any language: crosses workers and pages as it is. */
export interface Sentence {
  readonly id: SentenceId;
  readonly args: Readonly<Record<string, SentenceValue>>;
}

/** The templates of one language. */
export type Sentences = Readonly<Record<SentenceId, string>>;

/** Makes a sentence; ids without holes take no second argument. */
export function sentence<Id extends SentenceId>(
  id: Id,
  ...args: TemplateNames<(typeof en)[Id]> extends never ? [] : [SentenceArgs<Id>]
): Sentence {
  return { id, args: args[0] ?? {} };
}

export function formatSentence(said: Sentence, sentences: Sentences, language: string): string {
  return formatTemplate(sentences[said.id], said.args, language);
}

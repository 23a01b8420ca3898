import { sentence, type Sentence, type SentenceArgs, type SentenceId } from '../../l10n/sentences';
import type { en } from '../../l10n/en/index';
import type { TemplateNames } from '../../l10n/format';

/**
 * An error that is the input's fault and that a person can act on: it carries the sentence to show instead of a text in
 * one language. Everything else that is thrown is a defect of ours.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(readonly sentence: Sentence) {
    super(`${sentence.id} ${JSON.stringify(sentence.args)}`);
  }
}

export function problem<Id extends SentenceId>(
  id: Id,
  ...args: TemplateNames<(typeof en)[Id]> extends never ? [] : [SentenceArgs<Id>]
): Problem {
  return new Problem(sentence(id, ...args));
}

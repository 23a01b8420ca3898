/** The person wrote the command line in a way that cannot be meant: exit code 2. */
import type { Sentence } from '../../l10n/sentences';

export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
  readonly sentence: Sentence | undefined;

  /** A text comes from node:util's parser, which speaks English only. */
  constructor(what: Sentence | string) {
    super(typeof what === 'string' ? what : what.id);
    this.sentence = typeof what === 'string' ? undefined : what;
  }
}

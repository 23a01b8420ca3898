/** The person wrote the command line in a way that cannot be meant: exit code 2. */
import type { Sentence } from '../../l10n/sentences';

export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';

  constructor(readonly sentence: Sentence) {
    super(sentence.id);
  }
}

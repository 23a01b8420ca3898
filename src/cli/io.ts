/** What a subcommand may touch of the outside world; a test hands in its own. */
import type { Language } from '../../l10n/languages';
import type { Sentence } from '../../l10n/sentences';

export interface CliIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  stdout(text: string): void;
  stderr(text: string): void;
  /** A sentence in the language asked for (`--lang`, else the locale's). */
  say(sentence: Sentence): string;
  /**
   * The language of files that are written for people: that of `--lang`, else English. What stands in a file must not
   * depend on whose machine wrote it.
   */
  readonly fileLanguage: Language;
  /** Relative paths are resolved against it. */
  readonly cwd: string;
  /** Aborted by Ctrl-C: stop, say so, and end with 130. Absent where nobody can interrupt. */
  readonly signal?: AbortSignal;
  /** Whether stderr is a terminal that a person watches: only then is progress written to it. */
  readonly isInteractive?: boolean;
}

/** 0: done; 1: the input is at fault; 2: wrong usage; 130: ended by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130;

/** One subcommand. `args` are the arguments after its name, without `--lang`. */
export interface Subcommand {
  run(args: readonly string[], io: CliIo): Promise<ExitCode>;
}

/** Every subcommand: how it is written, what it does, and where its code is; the code is loaded when it is asked for. */
import { sentence, type Sentence } from '../../l10n/sentences';
import type { Subcommand } from './io';

export interface SubcommandRow {
  /** After `tinyml `; not translated. */
  readonly syntax: string;
  readonly help: Sentence;
  readonly load: () => Promise<Subcommand>;
}

export const subcommands: Readonly<Record<string, SubcommandRow>> = {
  train: {
    syntax:
      'train sine|FILE [--out DIR] [--engine builtin|tensorflow] [--tensorflow-path DIR] [--seed N] [--force] [--yes] [--json]',
    help: sentence('cli.help.train'),
    load: async () => (await import('./train')).train,
  },
  run: {
    syntax: 'run FILE < in.jsonl > out.jsonl',
    help: sentence('cli.help.run'),
    load: async () => (await import('./run')).run,
  },
  verify: {
    syntax: 'verify FILE',
    help: sentence('cli.help.verify'),
    load: async () => (await import('./verify')).verify,
  },
  inspect: {
    syntax: 'inspect FILE [--json]',
    help: sentence('cli.help.inspect'),
    load: async () => (await import('./inspect')).inspect,
  },
  check: {
    syntax: 'check FILE [--target T] [--json]',
    help: sentence('cli.help.check'),
    load: async () => (await import('./check')).check,
  },
  parse: {
    syntax: 'parse [--format F] < bytes',
    help: sentence('cli.help.parse'),
    load: async () => (await import('./parse')).parse,
  },
  monitor: {
    syntax:
      'monitor --port P [--baud N] | --tcp HOST:PORT | --replay FILE [--speed N] | --virtual NAME [--rate N] [--record FILE.csv] [--seconds N]',
    help: sentence('serial.cliHelp'),
    load: async () => (await import('./monitor')).monitor,
  },
};

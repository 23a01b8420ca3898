/** The terminal without a process around it: finds the subcommand, answers --help and --version, turns errors into exit codes. */
import { Problem } from '../core/problem';
import { languageFor, type Language } from '../../l10n/languages';
import { formatSentence, sentence } from '../../l10n/sentences';
import type { CliIo, ExitCode } from './io';
import { subcommands, type SubcommandRow } from './subcommands';
import { WrongUsage } from './wrongUsage';

/** What `main.ts` knows about the process; `say` is made here, since `--lang` decides it. */
export interface CliProcess extends Omit<CliIo, 'say' | 'fileLanguage'> {
  /** BCP 47, for example `zh-CN`. */
  readonly locale: string;
  readonly version: string;
}

export async function runCli(argv: readonly string[], process: CliProcess): Promise<ExitCode> {
  const { args, language, fileLanguage } = takeLanguage(argv, process.locale);
  const io: CliIo = {
    stdin: process.stdin,
    stdout: (text) => process.stdout(text),
    stderr: (text) => process.stderr(text),
    say: (said) => formatSentence(said, language.sentences, language.tag),
    fileLanguage,
    cwd: process.cwd,
    ...(process.signal ? { signal: process.signal } : {}),
    isInteractive: process.isInteractive ?? false,
  };
  const [name, ...rest] = args;
  if (name === '--version') {
    io.stdout(`${process.version}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    if (name === undefined) io.stderr(overview(io));
    else io.stdout(overview(io));
    return name === undefined ? 2 : 0;
  }
  // Every object has a `constructor`, which is no subcommand.
  const row = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (!row) {
    const names = Object.keys(subcommands).join(', ');
    io.stderr(`${io.say(sentence('cli.unknownSubcommand', { name, names }))}\n`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout(help(row, io));
    return 0;
  }
  return run(name, row, rest, io);
}

async function run(name: string, row: SubcommandRow, args: readonly string[], io: CliIo): Promise<ExitCode> {
  try {
    const subcommand = await row.load();
    return await subcommand.run(args, io);
  } catch (error) {
    if (error instanceof WrongUsage) {
      const what = io.say(error.sentence);
      io.stderr(`${io.say(sentence('cli.wrongUsage', { what, name }))}\n`);
      return 2;
    }
    if (!(error instanceof Problem)) throw error;
    io.stderr(`${io.say(error.sentence)}\n`);
    return 1;
  }
}

/** `--lang X` or `--lang=X`, wherever it stands before `--`. */
function takeLanguage(
  argv: readonly string[],
  locale: string,
): { args: string[]; language: Language; fileLanguage: Language } {
  const args = [...argv];
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const at = args.findIndex((arg, index) => index < end && (arg === '--lang' || arg.startsWith('--lang=')));
  if (at < 0) return { args, language: languageFor(locale), fileLanguage: languageFor('en') };
  const [option = ''] = args.splice(at, 1);
  const value = option === '--lang' ? args.splice(at, 1)[0] : option.slice('--lang='.length);
  const language = languageFor(value);
  return { args, language, fileLanguage: language };
}

function overview(io: CliIo): string {
  const rows = Object.values(subcommands).map((row) => [row.syntax, io.say(row.help)] as const);
  const options = [
    ['--lang L', io.say(sentence('cli.option.lang'))],
    ['--help', io.say(sentence('cli.option.help'))],
    ['--version', io.say(sentence('cli.option.version'))],
  ] as const;
  return [
    io.say(sentence('cli.about')),
    '',
    io.say(sentence('cli.usage', { syntax: 'tinyml SUBCOMMAND …' })),
    '',
    io.say(sentence('cli.subcommands')),
    ...rows.flatMap(([syntax, text]) => [`  ${syntax}`, `      ${text}`]),
    '',
    io.say(sentence('cli.options')),
    ...options.map(([option, text]) => `  ${option.padEnd(12)}${text}`),
    '',
    io.say(sentence('cli.exitCodes')),
    '',
  ].join('\n');
}

function help(row: SubcommandRow, io: CliIo): string {
  return `${io.say(sentence('cli.usage', { syntax: `tinyml ${row.syntax}` }))}\n${io.say(row.help)}\n`;
}

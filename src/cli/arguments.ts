/** The arguments of a subcommand, read by Node's own parser; what cannot be meant is wrong usage. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { sentence, type Sentence } from '../../l10n/sentences';
import { WrongUsage } from './wrongUsage';

type Options = NonNullable<ParseArgsConfig['options']>;

interface Config<O extends Options> {
  readonly args: string[];
  readonly options: O;
  readonly allowPositionals: true;
  readonly strict: true;
}

/** @throws WrongUsage for an unknown option, one without its value, or one with a value that it does not take */
export function readArguments<const O extends Options>(
  args: readonly string[],
  options: O,
): ReturnType<typeof parseArgs<Config<O>>> {
  try {
    return parseArgs<Config<O>>({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const wrong = wrongOption(args, options);
    throw wrong ? new WrongUsage(wrong) : error;
  }
}

/** What the parser refused, which it says itself in English only: the first option that cannot be meant. */
function wrongOption(args: readonly string[], options: Options): Sentence | undefined {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName: option, value } = token;
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
    if (type === undefined) return sentence('cli.unknownOption', { option });
    if (type === 'boolean') {
      if (value !== undefined) return sentence('cli.valueNotTaken', { option });
    } else if (value === undefined) {
      return sentence('cli.valueMissing', { option });
    } else if (!token.inlineValue && /^-./s.test(value)) {
      return sentence('cli.valueLikeOption', { option, value });
    }
  }
  return undefined;
}

/** The arguments of a subcommand, read by Node's own parser; what cannot be meant is wrong usage. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WrongUsage } from './wrongUsage';

type Options = NonNullable<ParseArgsConfig['options']>;

interface Config<O extends Options> {
  readonly args: string[];
  readonly options: O;
  readonly allowPositionals: true;
  readonly strict: true;
}

/** @throws WrongUsage for an unknown option, or one without its value */
export function readArguments<const O extends Options>(
  args: readonly string[],
  options: O,
): ReturnType<typeof parseArgs<Config<O>>> {
  try {
    return parseArgs<Config<O>>({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage(`${error.message.split('. ')[0] ?? ''}.`);
    throw error;
  }
}

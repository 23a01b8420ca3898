import { defaultTarget, isTargetName, targetNames, type TargetName } from '../core/check/target';
import { sentence } from '../../l10n/sentences';
import { readArguments } from './arguments';
import type { CliIo } from './io';
import { readInput } from './readInput';
import { WrongUsage } from './wrongUsage';

/** A subcommand that looks at one model: `FILE [--json]`, and `--target T` where `takesTarget`. */
export interface ModelArguments {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly json: boolean;
  readonly target: TargetName;
}

/** Throws WrongUsage for the command line, a Problem where the file cannot be read. */
export async function modelArguments(
  args: readonly string[],
  io: CliIo,
  takesTarget: boolean,
): Promise<ModelArguments> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean' },
    target: { type: 'string' },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUsage(sentence('inspect.oneFile'));
  if (values.target !== undefined && !takesTarget) throw new WrongUsage(sentence('inspect.noTarget'));
  const target = values.target ?? defaultTarget;
  if (!isTargetName(target)) {
    throw new WrongUsage(sentence('check.unknownTarget', { name: target, targets: targetNames.join(', ') }));
  }
  return { path, bytes: await readInput(path, io), json: values.json === true, target };
}

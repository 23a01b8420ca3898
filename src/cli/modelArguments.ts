import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultTarget, isTargetName, targetNames, type TargetName } from '../core/check/target';
import { problem } from '../core/problem';
import { sentence } from '../../l10n/sentences';
import type { CliIo } from './io';
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
  const { values, positionals } = parsed(args);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUsage(sentence('inspect.oneFile'));
  if (values.target !== undefined && !takesTarget) throw new WrongUsage(sentence('inspect.noTarget'));
  const target = values.target ?? defaultTarget;
  if (!isTargetName(target)) {
    throw new WrongUsage(sentence('check.unknownTarget', { name: target, targets: targetNames.join(', ') }));
  }
  return {
    path,
    bytes: await readModelFile(resolve(io.cwd, path), path),
    json: values.json === true,
    target,
  };
}

interface Parsed {
  readonly values: { readonly json?: boolean | undefined; readonly target?: string | undefined };
  readonly positionals: readonly string[];
}

function parsed(args: readonly string[]): Parsed {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, target: { type: 'string' } },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

async function readModelFile(absolute: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(absolute);
  } catch (error) {
    throw problem('inspect.unreadableFile', {
      file: shown,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

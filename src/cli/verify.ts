/** `tinyml verify FILE`: is it a sound .tflite? If not, where it breaks. */
import { verifyModel } from '../core/tflite/verify/verifyModel';
import { sentence } from '../../l10n/sentences';
import { readArguments } from './arguments';
import type { Subcommand } from './io';
import { readInput } from './readInput';
import { WrongUsage } from './wrongUsage';

export const verify: Subcommand = {
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new WrongUsage(sentence('cli.oneFile'));
    const bytes = await readInput(file, io);
    const result = verifyModel(bytes);
    if (!result.ok) {
      const issues = result.issues.map((issue) => `${io.say(issue.sentence)}\n`).join('');
      io.stderr(`${io.say(sentence('cli.verify.broken', { file }))}\n${issues}`);
      return 1;
    }
    io.stdout(`${io.say(sentence('cli.verify.sound', { file, bytes: bytes.length }))}\n`);
    return 0;
  },
};

/** `tinyml run FILE < in.jsonl > out.jsonl`: one inference a line, on raw tensor values. */
import { Problem, problem } from '../core/problem';
import { Interpreter } from '../core/runtime/interpreter';
import { readModel } from '../core/tflite/read';
import { sentence } from '../../l10n/sentences';
import { readArguments } from './arguments';
import type { CliIo, Subcommand } from './io';
import { lines } from './lines';
import { readInput } from './readInput';
import { WrongUsage } from './wrongUsage';

export const run: Subcommand = {
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new WrongUsage(sentence('cli.oneFile'));
    const interpreter = new Interpreter(readModel(await readInput(file, io)));
    for await (const { text, line } of lines(io.stdin)) {
      if (text.trim() === '') continue;
      const outputs = infer(interpreter, text, line, io);
      io.stdout(`${JSON.stringify(outputs.map((values) => values.map(jsonValue)))}\n`);
    }
    return 0;
  },
};

function infer(interpreter: Interpreter, text: string, line: number, io: CliIo): number[][] {
  const inputs = tensorValues(text);
  if (!inputs) throw problem('cli.run.badLine', { line });
  try {
    return interpreter.runRaw(inputs);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw problem('cli.run.refusedLine', { line, why: io.say(error.sentence) });
  }
}

/** One flat array of numbers per model input; undefined when the line is something else. */
function tensorValues(text: string): number[][] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(parsed) && parsed.every(isNumbers) ? parsed : undefined;
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}

/** JSON has no word for these; everything that this program prints as JSON writes them as strings. */
function jsonValue(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

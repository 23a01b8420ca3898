/** `tinyml parse [--format F] < bytes`: what each line is taken for, and why, as one JSON document per line. */
import { formatSentence, sentence } from '../../l10n/sentences';
import { en } from '../../l10n/en/index';
import { BinaryReader } from '../core/stream/binaryReader';
import { AUTO, isBinaryFormat, parseFormat, type StreamFormat } from '../core/stream/format';
import { LineSplitter, MAX_LINE_BYTES } from '../core/stream/lineSplitter';
import { parseLine } from '../core/stream/parseLine';
import { listData, rejected, type LineVerdict, type Sample } from '../core/stream/verdict';
import type { CliIo, ExitCode, Subcommand } from './io';
import { WrongUsage } from './wrongUsage';

/** Output is handed on in pieces of about this size, so that neither memory nor the number of writes grows with the input. */
const WRITE_CHARACTERS = 65_536;

export async function parseCommand(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const format = formatFrom(args);
  let output = '';
  const write = (verdict: LineVerdict): void => {
    output += `${JSON.stringify(verdictJson(verdict))}\n`;
    if (output.length >= WRITE_CHARACTERS) flush();
  };
  const flush = (): void => {
    if (output !== '') io.stdout(output);
    output = '';
  };
  const reader = readerFor(format, write);
  for await (const chunk of io.stdin) {
    reader.push(chunk);
    flush();
  }
  reader.end();
  flush();
  return 0;
}

export const parse: Subcommand = { run: parseCommand };

/** A verdict as DESIGN's JSON: `kind`, `values`, `reason`; further keys say what a dialect adds. */
export function verdictJson(verdict: LineVerdict): Readonly<Record<string, unknown>> {
  switch (verdict.kind) {
    case 'data':
      return {
        kind: isEmpty(verdict.sample) ? 'text' : 'data',
        ...sampleJson(verdict.sample),
        dialect: verdict.dialect,
        ...(verdict.logMs === undefined ? {} : { logMs: verdict.logMs }),
      };
    case 'text':
      return { kind: 'text', ...(verdict.log === undefined ? {} : { log: verdict.log }) };
    case 'header':
      return { kind: 'header', values: verdict.names };
    case 'reject':
      return { kind: 'reject', reason: formatSentence(verdict.reason, en, 'en') };
  }
}

function sampleJson(sample: Sample): Readonly<Record<string, unknown>> {
  switch (sample.shape) {
    case 'list':
      return { values: sample.values.map(jsonValue) };
    case 'named':
      return {
        values: Object.fromEntries(
          sample.names.map((name, index) => [name, jsonValue(sample.values[index] ?? null)]),
        ),
        ...(sample.units ? { units: namedUnits(sample.names, sample.units) } : {}),
      };
    case 'series':
      return {
        values: { [sample.name]: sample.values.map(jsonValue) },
        ...(sample.xs ? { x: sample.xs.map(jsonValue) } : {}),
        ...(sample.timesS ? { times: sample.timesS.map(jsonValue) } : {}),
        ...(sample.unit === undefined ? {} : { units: { [sample.name]: sample.unit } }),
        ...(sample.widget === undefined ? {} : { widget: sample.widget }),
        ...(sample.flags.length === 0 ? {} : { flags: sample.flags }),
      };
  }
}

function namedUnits(names: readonly string[], units: readonly string[]): Readonly<Record<string, string>> {
  const pairs = names.map((name, index) => [name, units[index] ?? ''] as const);
  return Object.fromEntries(pairs.filter(([, unit]) => unit !== ''));
}

/** JSON has no NaN and no infinities. */
function jsonValue(value: number | string | null): number | string | null {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** Arduino's lenient reading may find no series at all in a line. */
function isEmpty(sample: Sample): boolean {
  return sample.shape === 'named' && sample.names.length === 0;
}

function formatFrom(args: readonly string[]): StreamFormat {
  const [option, value, extra] = args;
  if (option === undefined) return AUTO;
  if (option.startsWith('--format=') && value === undefined)
    return parseFormat(option.slice('--format='.length));
  if (option === '--format' && value !== undefined && extra === undefined) return parseFormat(value);
  throw new WrongUsage(sentence('stream.parseUsage', { argument: args.join(' ') }));
}

interface Reader {
  push(chunk: Uint8Array): void;
  end(): void;
}

function readerFor(format: StreamFormat, write: (verdict: LineVerdict) => void): Reader {
  if (isBinaryFormat(format)) {
    return new BinaryReader(format, {
      sample: (values) => {
        write(listData('binary', values));
      },
      reject: (reason) => {
        write(rejected(reason));
      },
    });
  }
  return new LineSplitter({
    line: (text) => {
      write(parseLine(text, format));
    },
    tooLong: () => {
      write(rejected(sentence('stream.lineTooLong', { bytes: MAX_LINE_BYTES })));
    },
  });
}

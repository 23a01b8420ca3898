/** What `tinyml monitor` is asked for. */
import { resolve } from 'node:path';
import type { SourceDescription, VirtualBoardName } from '../protocol/streamWorker';
import { describePort } from '../serial/describePort';
import { listPorts } from '../serial/listPorts';
import { fastestReplay, slowestReplay } from '../serial/replaySource';
import { sentence } from '../../l10n/sentences';
import { readArguments } from './arguments';
import { WrongUsage } from './wrongUsage';

const options = {
  port: { type: 'string' },
  baud: { type: 'string', default: '115200' },
  tcp: { type: 'string' },
  replay: { type: 'string' },
  speed: { type: 'string', default: '1' },
  virtual: { type: 'string' },
  rate: { type: 'string', default: '100' },
  record: { type: 'string' },
  seconds: { type: 'string' },
} as const;

const boards: readonly VirtualBoardName[] = ['model', 'sine', 'gestures', 'noise', 'faults'];
const seed = 1;
/** Longer waits no timer can, and none would fire at once: 24 days. */
const longestS = 2_147_483;

export interface MonitorArguments {
  readonly source: SourceDescription;
  /** Absolute path of the CSV file. */
  readonly record: string | undefined;
  readonly seconds: number | undefined;
}

/** @throws WrongUsage */
export async function monitorArguments(
  args: readonly string[],
  cwd: string,
  portScript: string,
): Promise<MonitorArguments> {
  const { values, positionals } = readArguments(args, options);
  const { port, tcp, replay, virtual, record, seconds } = values;
  const named = [port, tcp, replay, virtual].filter((value) => value !== undefined);
  if (named.length !== 1 || positionals.length > 0) {
    throw new WrongUsage(sentence('serial.cliOneSource', { found: named.length + positionals.length }));
  }
  const baudRate = numberOf('--baud', values.baud, 1, 20_000_000);
  const speed = numberOf('--speed', values.speed, slowestReplay, fastestReplay);
  const linesPerSecond = numberOf('--rate', values.rate, 0.01, 1_000_000);
  return {
    source:
      port !== undefined
        ? describePort(port, baudRate, await listPorts(portScript).catch(() => []))
        : tcp !== undefined
          ? addressOf(tcp)
          : replay !== undefined
            ? { kind: 'replay', path: resolve(cwd, replay), speed }
            : { kind: 'virtual', board: boardOf(virtual ?? ''), seed, linesPerSecond },
    record: record === undefined ? undefined : resolve(cwd, record),
    seconds: seconds === undefined ? undefined : numberOf('--seconds', seconds, 0, longestS),
  };
}

function numberOf(option: string, value: string, low: number, high: number): number {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!(number >= low && number <= high)) {
    throw new WrongUsage(sentence('serial.cliNumber', { option, value, low, high }));
  }
  return number;
}

/** `HOST:PORT`, and `[::1]:PORT` for IPv6. */
function addressOf(value: string): SourceDescription {
  const match = /^(?:\[([^\]]{1,100})\]|([^:]{1,300})):(\d{1,5})$/.exec(value);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port < 1 || port > 65_535) {
    throw new WrongUsage(sentence('serial.cliTcp', { value }));
  }
  return { kind: 'tcp', host, port };
}

function boardOf(value: string): VirtualBoardName {
  const board = boards.find((name) => name === value);
  if (!board) throw new WrongUsage(sentence('serial.cliBoard', { value, boards: boards.join(', ') }));
  return board;
}

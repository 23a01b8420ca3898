/** `tinyml monitor`: what a board prints, to the terminal and into a recording, with the same pipeline as the editor's. */
import { basename, dirname, join } from 'node:path';
import { problem, type Problem } from '../core/problem';
import { StreamSession } from '../core/stream/session';
import { Connection, hostTools } from '../serial/connection';
import { listPorts } from '../serial/listPorts';
import { makeSource } from '../serial/makeSource';
import { Recorder } from '../workers/recorder';
import { sentence, type Sentence } from '../../l10n/sentences';
import type { CliIo, ExitCode, Subcommand } from './io';
import { monitorArguments, type MonitorArguments } from './monitorArguments';

const tickMs = 50;

export const monitor: Subcommand = {
  async run(args, io) {
    const portScript = join(__dirname, 'port.process.js');
    return runMonitor(await monitorArguments(args, io.cwd, portScript), portScript, io);
  },
};

async function runMonitor(
  { source, record, seconds }: MonitorArguments,
  portScript: string,
  io: CliIo,
): Promise<ExitCode> {
  const tell = (what: Sentence): void => {
    io.stderr(`${io.say(what)}\n`);
  };
  let bytes = 0;
  const seen = { open: false };
  let finish: (code: ExitCode) => void = () => undefined;
  const finished = new Promise<ExitCode>((resolve) => {
    finish = resolve;
  });
  const recorder = record === undefined ? undefined : await startRecorder(record, tell);
  const session = new StreamSession({
    line: ({ text }) => {
      io.stdout(`${text}\n`);
    },
    row: (row) => {
      recorder?.add(row);
    },
    notice: tell,
  });
  const connection = new Connection(
    {
      state: (state) => {
        if (state.name === 'open') {
          seen.open = true;
          tell(sentence('serial.cliConnected', { label: state.label }));
        }
        if ('why' in state && (state.name !== 'waiting' || state.attempt === 1)) tell(state.why);
        if (state.name === 'ended') finish(0);
        if (state.name === 'failed') finish(1);
      },
      opened: (traits, nowMs) => {
        session.opened(nowMs, traits);
      },
      data: (chunk, arrivalMs) => {
        bytes += chunk.length;
        session.push(chunk, arrivalMs);
      },
      ended: ({ lastLineIsWhole }, nowMs) => {
        session.ended(nowMs, { lastLineIsWhole });
      },
      warning: tell,
    },
    hostTools(
      (description) => makeSource(description, portScript),
      () => listPorts(portScript),
    ),
  );
  const ticking = setInterval(() => {
    if (connection.current) session.tick(connection.nowMs());
  }, tickMs);
  const timer =
    seconds === undefined
      ? undefined
      : setTimeout(() => {
          finish(0);
        }, seconds * 1000);
  const interrupt = (): void => {
    finish(130);
  };
  if (io.signal?.aborted) interrupt();
  io.signal?.addEventListener('abort', interrupt, { once: true });
  connection.open(source);
  const code = await finished;
  clearTimeout(timer);
  clearInterval(ticking);
  io.signal?.removeEventListener('abort', interrupt);
  await connection.close();
  session.ended(connection.nowMs(), { lastLineIsWhole: false });
  const isWhole = recorder?.state().name !== 'broken';
  const summary = await recorder?.stop();
  const { lines, plotted, rejected } = session.status().counts;
  tell(sentence('serial.cliSummary', { lines, plotted, rejected, bytes }));
  if (summary) {
    tell(sentence('serial.cliRecorded', { rows: summary.rows, files: summary.files.join(', ') }));
  }
  return code === 0 && !(isWhole && seen.open) ? 1 : code;
}

async function startRecorder(path: string, tell: (what: Sentence) => void): Promise<Recorder> {
  if (!path.toLowerCase().endsWith('.csv')) throw problem('serial.cliRecordName', { path });
  const broken = (why: Problem): void => {
    tell(why.sentence);
  };
  return Recorder.start(
    {
      folder: dirname(path),
      baseName: basename(path).slice(0, -'.csv'.length),
      time: 'device',
      rawBytes: false,
    },
    { broken },
  );
}

/** One line on a terminal that counts rows, then epochs; nothing at all where nobody watches. */
import type { RunModel } from '../core/project/run';
import type { TrainingEvent } from '../protocol/trainingWorker';
import { sentence, type Sentence } from '../../l10n/sentences';
import type { CliIo } from './io';

const reportIntervalMs = 100;
const eraseLine = '\r\u001b[2K';

export interface TrainingReporter {
  readonly show: (event: TrainingEvent) => void;
  readonly showRows: (file: string, rows: number) => void;
  /** Leaves an empty line. */
  readonly end: () => void;
}

export function trainingReporter(io: CliIo): TrainingReporter {
  if (io.isInteractive !== true) {
    return { show: () => undefined, showRows: () => undefined, end: () => undefined };
  }
  let models: readonly RunModel[] = [];
  let shownMs = -Infinity;
  const isDue = (): boolean => performance.now() - shownMs >= reportIntervalMs;
  const write = (said: Sentence): void => {
    io.stderr(`${eraseLine}${io.say(said)}`);
    shownMs = performance.now();
  };
  return {
    show: (event) => {
      if (event.phase === 'data') models = event.models;
      if (event.phase !== 'epochs' || !isDue()) return;
      const { name = '', epochs = 0 } = models[event.model] ?? {};
      const { epoch = 0, loss = NaN } = event.logs.at(-1) ?? {};
      write(sentence('cli.train.progress', { name, epoch, epochs, loss }));
    },
    showRows: (file, rows) => {
      if (isDue()) write(sentence('project.progress.rows', { file, rows }));
    },
    end: () => io.stderr(eraseLine),
  };
}

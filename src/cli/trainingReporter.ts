/** One line on a terminal that counts epochs; nothing at all where nobody watches. */
import type { RunModel } from '../core/project/run';
import type { TrainingEvent } from '../jobs/trainingEvents';
import { sentence } from '../../l10n/sentences';
import type { CliIo } from './io';

const reportIntervalMs = 100;
const eraseLine = '\r\u001b[2K';

export interface TrainingReporter {
  readonly show: (event: TrainingEvent) => void;
  /** Leaves an empty line. */
  readonly end: () => void;
}

export function trainingReporter(io: CliIo): TrainingReporter {
  if (io.isInteractive !== true) return { show: () => undefined, end: () => undefined };
  let models: readonly RunModel[] = [];
  let shownMs = -Infinity;
  return {
    show: (event) => {
      if (event.phase === 'data') models = event.models;
      if (event.phase !== 'epochs' || performance.now() - shownMs < reportIntervalMs) return;
      const { name = '', epochs = 0 } = models[event.model] ?? {};
      const { epoch = 0, loss = NaN } = event.logs.at(-1) ?? {};
      io.stderr(`${eraseLine}${io.say(sentence('cli.train.progress', { name, epoch, epochs, loss }))}`);
      shownMs = performance.now();
    },
    end: () => io.stderr(eraseLine),
  };
}

/** The notification that counts epochs while a training runs, with Cancel; for who plays on the page, in the status bar. */
import * as vscode from 'vscode';
import type { TrainingState } from '../protocol/trainingPage';
import { sentence, type Sentence } from '../../l10n/sentences';
import type { Services } from './services';

/** A person cannot read faster, and each report crosses to the window's process. */
const reportIntervalMs = 100;

export function reportProgress<T>(
  { say }: Services,
  onCancel: () => void,
  work: (report: (state: TrainingState) => void) => Promise<T>,
  isPlayed = false,
): Promise<T> {
  const options = {
    location: isPlayed ? vscode.ProgressLocation.Window : vscode.ProgressLocation.Notification,
    title: say(sentence('host.training.progress')),
    cancellable: true,
  };
  return Promise.resolve(
    vscode.window.withProgress(options, async (progress, token) => {
      const cancelled = token.onCancellationRequested(onCancel);
      let reportedMs = -Infinity;
      let shownPhase = '';
      let shownPercent = 0;
      try {
        return await work((state) => {
          const now = performance.now();
          if (state.phase.name === shownPhase && now - reportedMs < reportIntervalMs) return;
          reportedMs = now;
          shownPhase = state.phase.name;
          const percent = percentDone(state);
          progress.report({ message: say(whatHappens(state)), increment: percent - shownPercent });
          shownPercent = percent;
        });
      } finally {
        cancelled.dispose();
      }
    }),
  );
}

function whatHappens(state: TrainingState): Sentence {
  const { phase } = state;
  if (phase.name === 'stopping') return sentence('host.training.stopping');
  if (phase.name !== 'training') return sentence('host.training.converting');
  const model = state.models[phase.current];
  const { name = '', epochs = 0 } = model ?? {};
  const epoch = model?.history.loss.length ?? 0;
  const loss = model?.history.loss.at(-1);
  return loss === undefined
    ? sentence('host.training.starting', { name })
    : sentence('host.training.epoch', { name, epoch, epochs, loss });
}

function percentDone({ models }: TrainingState): number {
  const epochs = models.reduce((sum, model) => sum + model.epochs, 0);
  const done = models.reduce((sum, { history }) => sum + history.loss.length, 0);
  return epochs === 0 ? 0 : (100 * done) / epochs;
}

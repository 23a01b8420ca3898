/** The notification that counts epochs while a training runs, with Cancel; for who plays on the page, later, in the status bar. */
import * as vscode from 'vscode';
import type { TrainingState } from '../protocol/trainingPage';
import { sentence, type Sentence } from '../../l10n/sentences';
import type { Services } from './services';

/** A person cannot read faster, and each report crosses to the window's process. */
const reportIntervalMs = 100;

/**
 * Who plays on the page sees the curve and the epochs there. VS Code's own progress turns in every frame, which costs the
 * page some of its own: there it comes only where the training takes long, since the page may be closed by then.
 */
const playedQuietlyMs = 5000;

type Report = (state: TrainingState) => void;

export function reportProgress<T>(
  services: Services,
  onCancel: () => void,
  work: (report: Report) => Promise<T>,
  isPlayed = false,
): Promise<T> {
  return isPlayed
    ? reportLate(services, onCancel, work)
    : reportIn(vscode.ProgressLocation.Notification, services, onCancel, work);
}

async function reportLate<T>(
  services: Services,
  onCancel: () => void,
  work: (report: Report) => Promise<T>,
): Promise<T> {
  let report: Report = () => undefined;
  const working = work((state) => report(state));
  const timer = setTimeout(() => {
    void reportIn(vscode.ProgressLocation.Window, services, onCancel, async (shown) => {
      report = shown;
      // How it ends is the caller's.
      await working.catch(() => undefined);
    });
  }, playedQuietlyMs);
  try {
    return await working;
  } finally {
    clearTimeout(timer);
  }
}

function reportIn<T>(
  location: vscode.ProgressLocation,
  { say }: Services,
  onCancel: () => void,
  work: (report: Report) => Promise<T>,
): Promise<T> {
  const options = { location, title: say(sentence('host.training.progress')), cancellable: true };
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

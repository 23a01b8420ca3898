/** The quiet notification at the end of a run: what came out, where it is, and the next thing to look at. */
import * as vscode from 'vscode';
import type { TrainingFiles } from '../protocol/trainingPage';
import type { TrainedProject } from '../protocol/trainingWorker';
import { sentence, type Sentence } from '../../l10n/sentences';
import type { Services } from './services';

/** What the buttons do. */
interface RunActions {
  openFile(path: string): Promise<void>;
  showFolder(): Promise<void>;
  saveTo(): Promise<void>;
}

const program = 'main.cc';

export async function announceRun(
  { say }: Services,
  actions: RunActions,
  trained: TrainedProject,
  files: TrainingFiles,
  seconds: number,
): Promise<void> {
  const message = [outcome(trained, seconds), ...whereabouts(files)].map(say).join(' ');
  if (files.where === 'memory') {
    const saveTo = say(sentence('host.files.saveTo'));
    if ((await vscode.window.showWarningMessage(message, saveTo)) === saveTo) await actions.saveTo();
    return;
  }
  const open = say(sentence('host.training.openFile', { file: program }));
  const showFiles = say(sentence('host.training.showFiles'));
  const chosen = await vscode.window.showInformationMessage(message, open, showFiles);
  if (chosen === open) await actions.openFile(program);
  if (chosen === showFiles) await actions.showFolder();
}

function outcome({ models, stopped, convertedModel }: TrainedProject, seconds: number): Sentence {
  const { name = '', history, result } = models[convertedModel] ?? {};
  const mse = result?.testMse ?? NaN;
  if (!stopped) return sentence('host.training.finished', { name, seconds, mse });
  const epoch = history?.loss.length ?? 0;
  return sentence('host.training.stopped', { name, epoch, bestEpoch: result?.bestEpoch ?? epoch, mse });
}

function whereabouts(files: TrainingFiles): readonly Sentence[] {
  if (files.where === 'none') return [];
  if (files.where === 'memory') return [files.why];
  const count = files.files.length - files.kept.length;
  const saved = sentence('host.files.saved', { count, folder: files.folder });
  if (files.kept.length === 0) return [saved];
  return [saved, sentence('host.files.kept', { files: files.kept.join(', ') })];
}

/** Every palette command: its id without `tinyml.`, and what makes it. Prefix and error display happen here, once. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { showError } from '../host/showError';
import { checkAllModels } from './checkAllModels';
import { compareModels } from './compareModels';
import { compareWithHead } from './compareWithHead';
import { exportCArray } from './exportCArray';
import { inspectModel } from './inspectModel';
import { closeSerialMonitor } from './closeSerialMonitor';
import { comparePredictions } from './comparePredictions';
import { exportProgram } from './exportProgram';
import { newProjectFile } from './newProjectFile';
import { openSerialMonitor } from './openSerialMonitor';
import { plotCsvFile } from './plotCsvFile';
import { showFindingPage } from './showFindingPage';
import { quantizeModel } from './quantizeModel';
import { releasePort } from './releasePort';
import { replayRecording } from './replayRecording';
import { runModel } from './runModel';
import { sendToBoard } from './sendToBoard';
import { showTrainingPage } from './showTrainingPage';
import { startRecording } from './startRecording';
import { stopRecording } from './stopRecording';
import { stopTraining } from './stopTraining';
import { trainModel } from './trainModel';
import { trainSineModel } from './trainSineModel';

type CommandFactory = (features: Features) => (...args: unknown[]) => Promise<void>;

const commands: Readonly<Record<string, CommandFactory>> = {
  trainSineModel,
  trainModel,
  newProjectFile,
  quantizeModel,
  comparePredictions,
  exportProgram,
  runModel,
  stopTraining,
  showTrainingPage,
  plotCsvFile,
  openSerialMonitor,
  closeSerialMonitor,
  sendToBoard,
  startRecording,
  stopRecording,
  replayRecording,
  releasePort,
  inspectModel,
  checkAllModels,
  compareModels,
  compareWithHead,
  exportCArray,
  showFindingPage,
};

export function registerCommands(features: Features): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, create]) => {
      const run = create(features);
      return vscode.commands.registerCommand(`tinyml.${name}`, (...args: unknown[]) => {
        // Not awaited by VS Code for long: an error that nobody answers must not keep the palette busy.
        return run(...args).catch((error: unknown) => void showError(features, error));
      });
    }),
  );
}

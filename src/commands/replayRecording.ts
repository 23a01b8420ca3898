/** "TinyML: Replay Recording…": a recorded file goes through the monitor as if a board sent it. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { chooseRecording } from '../host/monitor/chooseRecording';

export const replayRecording =
  (features: Features) =>
  async (file?: unknown): Promise<void> => {
    const source = await chooseRecording(features, file instanceof vscode.Uri ? file : undefined);
    if (!source) return;
    const { pages, session } = await features.monitor();
    await pages.reveal();
    await session.open(source);
  };

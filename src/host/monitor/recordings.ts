/**
 * Recordings of this window: written by the worker as rows come, into the workspace's `recordings` folder where that is on
 * a disk, else into the extension's storage, from where they are copied when the recording ends. A note of the recording
 * under way outlives the window, so that one that was interrupted is offered when the monitor is opened next.
 */
import * as vscode from 'vscode';
import { problem } from '../../core/problem';
import type { RecordingSummary } from '../../protocol/streamWorker';
import { sentence } from '../../../l10n/sentences';
import { Disposable } from '../dispose';
import type { Services } from '../services';
import { showError } from '../showError';
import type { LostWorker, MonitorSession } from './monitorSession';
import { freeRecordingName, namesIn } from './recordingNames';
import { recordingNoteKey, type RecordingNote } from './recordingNote';
import { timeName } from './timeName';

const folderName = 'recordings';

export class Recordings extends Disposable {
  private lastChange: Promise<void> = Promise.resolve();

  constructor(
    private readonly services: Services,
    private readonly session: MonitorSession,
  ) {
    super();
    let wasOn = false;
    this.register(
      session.onStatus(({ recording }) => {
        void vscode.commands.executeCommand('setContext', 'tinyml.recording', recording.name === 'on');
        // It ended by itself, for example because the disk is full: what there is must still reach its place.
        if (wasOn && recording.name === 'broken') {
          void vscode.window.showWarningMessage(services.say(recording.why));
          this.stop().catch((error: unknown) => showError(services, error));
        }
        wasOn = recording.name === 'on';
      }),
    );
    this.register(
      session.onLost((lost) => {
        this.goOn(lost).catch((error: unknown) => showError(services, error));
      }),
    );
  }

  start(): Promise<void> {
    return this.inTurn(() => this.startNow());
  }

  /** Resolves when the files are complete; the person is told of them, and may answer much later. */
  stop(): Promise<void> {
    return this.inTurn(() => this.stopNow());
  }

  /** A second click comes before the first is through: each change begins when the one before has ended. */
  private inTurn(change: () => Promise<void>): Promise<void> {
    const done = this.lastChange.then(change);
    this.lastChange = done.catch(() => undefined);
    return done;
  }

  private async startNow(): Promise<void> {
    if (this.session.status.recording.name === 'on') return;
    if (!this.session.isOpen) throw problem('monitorHost.notOpen');
    const { context } = this.services;
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
    const isParked = workspace?.scheme !== 'file' || !vscode.workspace.isTrusted;
    const home = isParked ? context.globalStorageUri : workspace;
    const folder = vscode.Uri.joinPath(home, folderName);
    // Where they are copied to at the end, they must find their names free, too.
    const places = isParked && workspace ? [folder, vscode.Uri.joinPath(workspace, folderName)] : [folder];
    const baseName = await freeRecordingName(`recording-${timeName(new Date())}`, places);
    const before = this.note();
    const note: RecordingNote = { folder: folder.toString(), baseName, isParked };
    await context.workspaceState.update(recordingNoteKey, note);
    const settings = vscode.workspace.getConfiguration('tinyml');
    try {
      await this.session.ask('startRecording', {
        folder: folder.fsPath,
        baseName,
        time: settings.get<'device' | 'host'>('recording.time', 'device'),
        rawBytes: settings.get('recording.rawBytes', false),
      });
    } catch (error) {
      // That of an interrupted recording, perhaps, which is still to be offered.
      await context.workspaceState.update(recordingNoteKey, before);
      throw error;
    }
  }

  private async stopNow(): Promise<void> {
    const { name } = this.session.status.recording;
    if (name === 'off') return;
    const summary = await this.session.ask('stopRecording', undefined);
    const note = this.note();
    await this.services.context.workspaceState.update(recordingNoteKey, undefined);
    this.announce(summary, note).catch((error: unknown) => showError(this.services, error));
  }

  /** What an earlier window left behind. */
  async offerInterrupted(): Promise<void> {
    const note = await this.recover();
    if (note) await this.offer(note);
  }

  /** The worker died: what it has written is made whole, and the recording goes on in another file where the board is back. */
  private async goOn({ wasRecording, isReplaced }: LostWorker): Promise<void> {
    const note = await this.recover();
    if (wasRecording && isReplaced) await this.start();
    if (note) await this.offer(note);
  }

  /** Makes the interrupted recording whole. @returns undefined when there is none */
  private async recover(): Promise<RecordingNote | undefined> {
    const note = this.note();
    if (!note) return undefined;
    await this.services.context.workspaceState.update(recordingNoteKey, undefined);
    const { recoverRecording } = await import('../../workers/recoverRecording');
    await recoverRecording(vscode.Uri.parse(note.folder, true).fsPath, note.baseName);
    return note;
  }

  private async offer(note: RecordingNote): Promise<void> {
    const files = await filesOf(note);
    const [first] = files;
    if (!first) return;
    const { say } = this.services;
    const open = say(sentence('monitorHost.recording.open'));
    const saveTo = say(sentence('monitorHost.recording.saveTo'));
    const text = say(sentence('monitorHost.recording.interrupted', { file: nameOf(first) }));
    const chosen = await vscode.window.showInformationMessage(text, ...(note.isParked ? [saveTo] : []), open);
    if (chosen === open) await vscode.commands.executeCommand('vscode.open', first);
    else if (chosen === saveTo) await this.copyTo(files, await this.askFolder());
  }

  private async announce(summary: RecordingSummary, note: RecordingNote | undefined): Promise<void> {
    const { say } = this.services;
    let files = summary.files.map((path) => vscode.Uri.file(path));
    if (files.length === 0) {
      void vscode.window.showInformationMessage(say(sentence('monitorHost.recording.empty')));
      return;
    }
    if (note?.isParked) {
      const workspace = vscode.workspace.isTrusted ? vscode.workspace.workspaceFolders?.[0]?.uri : undefined;
      const target = workspace ? vscode.Uri.joinPath(workspace, folderName) : await this.askFolder();
      files = await this.copyTo(files, target);
    }
    const [first] = files;
    if (!first) return;
    const open = say(sentence('monitorHost.recording.open'));
    const plot = say(sentence('monitorHost.recording.plot'));
    const count = files.length;
    const saved = say(
      sentence('monitorHost.recording.saved', { rows: summary.rows, file: nameOf(first), count }),
    );
    const chosen = await vscode.window.showInformationMessage(saved, plot, open);
    if (chosen === open) await vscode.commands.executeCommand('vscode.open', first);
    else if (chosen === plot) await vscode.commands.executeCommand('tinyml.plotCsvFile', first);
  }

  private async askFolder(): Promise<vscode.Uri | undefined> {
    const chosen = await vscode.window.showOpenDialog({
      title: this.services.say(sentence('monitorHost.recording.chooseFolder')),
      canSelectFolders: true,
      canSelectFiles: false,
    });
    return chosen?.[0];
  }

  /** @returns where they are now: where they were when no folder was chosen */
  private async copyTo(files: vscode.Uri[], folder: vscode.Uri | undefined): Promise<vscode.Uri[]> {
    if (!folder) return files;
    await vscode.workspace.fs.createDirectory(folder);
    const copies: vscode.Uri[] = [];
    for (const file of files) {
      const copy = vscode.Uri.joinPath(folder, nameOf(file));
      await vscode.workspace.fs.copy(file, copy, { overwrite: false });
      await vscode.workspace.fs.delete(file);
      copies.push(copy);
    }
    return copies;
  }

  private note(): RecordingNote | undefined {
    return this.services.context.workspaceState.get<RecordingNote>(recordingNoteKey);
  }
}

async function filesOf({ folder, baseName }: RecordingNote): Promise<vscode.Uri[]> {
  const uri = vscode.Uri.parse(folder, true);
  return (await namesIn(uri))
    .filter((name) => name.startsWith(`${baseName}.`))
    .sort()
    .map((name) => vscode.Uri.joinPath(uri, name));
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

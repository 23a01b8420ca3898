/** The files of the last run: saved into the output folder, or kept in memory until somebody saves them. */
import * as vscode from 'vscode';
import { Problem, problem } from '../core/problem';
import type { RunFile } from '../core/project/run';
import { saveFiles, type Files } from '../jobs/saveFiles';
import type { TrainingFiles } from '../protocol/trainingPage';
import { sentence, type Sentence } from '../../l10n/sentences';
import { askAboutChanged } from './askAboutChanged';
import type { OutputFolder } from './outputFolder';
import type { Services } from './services';
import { WorkspaceFileStore } from './workspaceFileStore';

export class RunFiles {
  private files: Files = new Map();
  private folder: vscode.Uri | undefined;

  constructor(private readonly services: Services) {}

  /** What must outlive a reload of the window: the bytes only as long as they stand nowhere else. */
  get toKeep(): { readonly files: Files; readonly folder?: string } {
    return this.folder ? { files: new Map(), folder: this.folder.toString() } : { files: this.files };
  }

  restore(files: Files, folder: string | undefined): void {
    this.files = files;
    this.folder = folder === undefined ? undefined : vscode.Uri.parse(folder, true);
  }

  keepInMemory(files: Files, why: Sentence): TrainingFiles {
    this.files = files;
    this.folder = undefined;
    return { where: 'memory', files: listed(files), why };
  }

  /** Never loses the files: where the folder does not take them, they stay in memory and the answer says why. */
  async saveToOutputFolder(files: Files, find: () => Promise<OutputFolder>): Promise<TrainingFiles> {
    this.files = files;
    this.folder = undefined;
    try {
      const target = await find();
      if (target.kind === 'none') return this.keepInMemory(files, target.why);
      const saved = await this.saveInto(target.uri, target.shown);
      return saved ?? this.keepInMemory(files, sentence('host.files.cancelled', { folder: target.shown }));
    } catch (error) {
      if (error instanceof Problem) return this.keepInMemory(files, error.sentence);
      throw error;
    }
  }

  /** Undefined when the person chose no folder or answered the question with Cancel. @throws Problem */
  async saveToChosenFolder(): Promise<TrainingFiles | undefined> {
    const { say } = this.services;
    if (this.files.size === 0) throw problem('host.files.nothingToSave');
    const chosen = await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: say(sentence('host.files.chooseFolder')),
      openLabel: say(sentence('host.files.saveHere')),
    });
    const [folder] = chosen ?? [];
    return folder && this.saveInto(folder, vscode.workspace.asRelativePath(folder));
  }

  /** Opens a saved file, or a text file of a run in memory as an unsaved document. @throws Problem */
  async open(path: string): Promise<void> {
    if (this.folder) {
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(this.folder, path));
      return;
    }
    const bytes = this.files.get(path);
    if (!bytes || path.endsWith('.tflite')) throw problem('host.files.saveFirst', { file: path });
    const document = await vscode.workspace.openTextDocument({
      content: new TextDecoder().decode(bytes),
      language: languageOf(path),
    });
    await vscode.window.showTextDocument(document);
  }

  /** Shows the folder in the explorer; one outside the workspace in the system's file manager. @throws Problem */
  async showFolder(): Promise<void> {
    if (!this.folder) throw problem('host.files.noFolderYet');
    const inWorkspace = vscode.workspace.getWorkspaceFolder(this.folder) !== undefined;
    await vscode.commands.executeCommand(inWorkspace ? 'revealInExplorer' : 'revealFileInOS', this.folder);
  }

  private async saveInto(folder: vscode.Uri, shown: string): Promise<TrainingFiles | undefined> {
    const store = new WorkspaceFileStore(folder, shown);
    const outcome = await saveFiles(this.files, store, askAboutChanged(this.services, shown));
    if (outcome.kind === 'cancelled') return undefined;
    this.folder = folder;
    return { where: 'folder', folder: shown, files: listed(this.files), kept: outcome.kept };
  }
}

function listed(files: Files): readonly RunFile[] {
  return [...files].map(([path, bytes]) => ({ path, bytes: bytes.length }));
}

function languageOf(path: string): string {
  if (/\.(cc|h)$/.test(path)) return 'cpp';
  if (path.endsWith('.py')) return 'python';
  return path.endsWith('.json') ? 'json' : 'plaintext';
}

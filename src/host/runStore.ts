/**
 * The last run, kept in the extension's own storage so that the page shows it again after the window was reloaded; with
 * the files of a run that nobody saved yet.
 */
import { deserialize, serialize } from 'node:v8';
import * as vscode from 'vscode';
import type { TrainingState } from '../protocol/trainingPage';

export interface KeptRun {
  readonly state: TrainingState;
  /** By path; empty when the files stand in a folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Where they were saved, as `vscode.Uri.toString()` writes it. */
  readonly folder?: string;
  /** The `tinyml.json` that was trained, likewise. */
  readonly projectFile?: string;
}

/** A run kept by a version that described it otherwise is forgotten. */
const format = 2;

const newest = 'run.bin';
const beside = 'run.bin.new';

export class RunStore {
  private readonly folder: vscode.Uri;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.folder = context.storageUri ?? context.globalStorageUri;
  }

  /** The newest that is whole: where a window is closed while it writes, one of the two files may be missing or cut off. */
  async read(): Promise<KeptRun | undefined> {
    return (await this.readFrom(newest)) ?? (await this.readFrom(beside));
  }

  /** Whole or not at all, one after the other. That a run cannot be kept is no reason to disturb it. */
  write(run: KeptRun): Promise<void> {
    const bytes = serialize({ format, run });
    this.writing = this.writing.then(async () => {
      try {
        await vscode.workspace.fs.createDirectory(this.folder);
        await vscode.workspace.fs.writeFile(this.uri(beside), bytes);
        await vscode.workspace.fs.rename(this.uri(beside), this.uri(newest), { overwrite: true });
      } catch (error) {
        this.log.warn(`The run could not be kept for a reload of the window: ${String(error)}`);
      }
    });
    return this.writing;
  }

  private async readFrom(name: string): Promise<KeptRun | undefined> {
    try {
      const kept: unknown = deserialize(await vscode.workspace.fs.readFile(this.uri(name)));
      return isKept(kept) ? kept.run : undefined;
    } catch {
      return undefined; // Nothing was kept yet, or not whole: the page then says that nothing was trained.
    }
  }

  private uri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }
}

function isKept(kept: unknown): kept is { readonly run: KeptRun } {
  return (
    typeof kept === 'object' && kept !== null && 'format' in kept && kept.format === format && 'run' in kept
  );
}

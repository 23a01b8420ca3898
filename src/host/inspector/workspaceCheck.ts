/** "Check All Models": every `.tflite` file of the workspace, and from then on each one that changes. */
import * as vscode from 'vscode';
import type { Finding } from '../../core/check/finding';
import { Problem } from '../../core/problem';
import { openModelClient } from '../../workers/modelSummaryClient';
import { Disposable, DisposableValue } from '../dispose';
import { showError } from '../showError';
import type { Services } from '../services';
import { fileNameOf } from './fileNameOf';
import { findingSettings } from './findingSettings';
import type { ModelProblems } from './modelProblems';
import { readModelFile } from './readModelFile';

export interface WorkspaceFindings {
  readonly models: number;
  readonly errors: number;
  readonly warnings: number;
  /** Files that hold no model, or a damaged one, by name. */
  readonly damaged: readonly string[];
}

const everyModel = '**/*.tflite';

export class WorkspaceCheck extends Disposable {
  private readonly watcher = this.register(new DisposableValue<vscode.Disposable>());

  constructor(
    private readonly services: Services,
    private readonly problems: ModelProblems,
  ) {
    super();
  }

  async run(
    onModel: (name: string, share: number) => void,
    token: vscode.CancellationToken,
  ): Promise<WorkspaceFindings> {
    const files = await vscode.workspace.findFiles(everyModel, undefined, undefined, token);
    let [models, errors, warnings] = [0, 0, 0];
    const damaged: string[] = [];
    for (const uri of files) {
      if (token.isCancellationRequested) break;
      onModel(fileNameOf(uri), 1 / files.length);
      const findings = await this.check(uri);
      models++;
      if (!findings) damaged.push(vscode.workspace.asRelativePath(uri));
      errors += findings?.filter(({ severity }) => severity === 'error').length ?? 0;
      warnings += findings?.filter(({ severity }) => severity === 'warning').length ?? 0;
    }
    this.follow();
    return { models, errors, warnings, damaged };
  }

  /** Undefined for what is no sound model. */
  private async check(uri: vscode.Uri): Promise<readonly Finding[] | undefined> {
    const { extensionUri } = this.services.context;
    const script = vscode.Uri.joinPath(extensionUri, 'dist', 'workers', 'modelSummary.worker.js').fsPath;
    try {
      const client = await openModelClient(script, {
        bytes: await readModelFile(uri),
        fileName: fileNameOf(uri),
      });
      try {
        const { reading } = client;
        if (reading.kind === 'nothing') {
          this.problems.show('checked', uri, { damage: reading.damage, findings: [] });
          return undefined;
        }
        const { damage } = reading.overview;
        const findings = await client.ask('findings', findingSettings(uri));
        this.problems.show('checked', uri, { damage, findings });
        return damage.length === 0 ? findings : undefined;
      } finally {
        client.dispose();
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.services.log.warn(this.services.say(error.sentence));
      return undefined;
    }
  }

  /** What stands among the problems stays true. */
  private follow(): void {
    if (this.watcher.value) return;
    const watcher = vscode.workspace.createFileSystemWatcher(everyModel);
    const again = (uri: vscode.Uri): void => {
      this.check(uri).catch((error: unknown) => showError(this.services, error));
    };
    this.watcher.value = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(again),
      watcher.onDidCreate(again),
      watcher.onDidDelete((uri) => this.problems.clear('checked', uri)),
    );
  }
}

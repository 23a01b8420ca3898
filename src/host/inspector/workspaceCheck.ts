/** "Check All Models": every model of the workspace, in files and in C source, and from then on each one that changes. */
import * as vscode from 'vscode';
import type { Finding } from '../../core/check/finding';
import type { CArray } from '../../core/source/cArrays';
import { Problem } from '../../core/problem';
import { openModelClient } from '../../workers/modelSummaryClient';
import { Disposable, DisposableValue } from '../dispose';
import { showError } from '../showError';
import type { Services } from '../services';
import { WorkQueue } from '../workQueue';
import { fileNameOf } from './fileNameOf';
import { isModelFile } from './activeFile';
import { changesFindings, findingSettings } from './findingSettings';
import type { ModelProblems } from './modelProblems';
import { modelWorkerScript } from './modelWorkerScript';
import { readModelFile } from './readModelFile';
import type { SourceArrays } from './sourceArrays';
import { withoutArrayFindings } from './arrayDiagnostics';
import { SourceCheck } from './sourceCheck';
import { versionName } from './versionName';

export interface WorkspaceFindings {
  readonly models: number;
  readonly errors: number;
  readonly warnings: number;
  /** Files that hold no model, or a damaged one, by name. */
  readonly damaged: readonly string[];
}

const everyModel = '**/*.tflite';
const everySource = '**/*.{c,cc,cpp,cxx,h,hh,hpp,hxx,ino}';
const otherPeoples = '**/{node_modules,.git}/**';

export class WorkspaceCheck extends Disposable {
  private readonly followed = this.register(new DisposableValue<vscode.Disposable>());
  /** Files whose findings stand among the problems, or would if they had any. */
  private readonly checked = new Map<string, vscode.Uri>();
  private readonly queue = this.register(new WorkQueue((error) => void showError(this.services, error)));
  private readonly sources: SourceCheck;

  constructor(
    private readonly services: Services,
    arrays: SourceArrays,
    private readonly problems: ModelProblems,
  ) {
    super();
    this.sources = this.register(
      new SourceCheck(services, arrays, problems, (uri, { array }) =>
        this.checkBytes(uri, array.bytes.slice(), array),
      ),
    );
  }

  async run(
    onFile: (name: string, share: number) => void,
    token: vscode.CancellationToken,
  ): Promise<WorkspaceFindings> {
    const { findFiles } = vscode.workspace;
    const files = await findFiles(everyModel, otherPeoples, undefined, token);
    const sources = await findFiles(everySource, otherPeoples, undefined, token);
    let [models, errors, warnings] = [0, 0, 0];
    const damaged: string[] = [];
    const count = (uri: vscode.Uri, findings: readonly Finding[] | undefined): void => {
      models++;
      if (!findings) damaged.push(vscode.workspace.asRelativePath(uri));
      errors += findings?.filter(({ severity }) => severity === 'error').length ?? 0;
      warnings += findings?.filter(({ severity }) => severity === 'warning').length ?? 0;
    };
    const share = 1 / (files.length + sources.length);
    for (const uri of files) {
      if (token.isCancellationRequested) break;
      onFile(fileNameOf(uri), share);
      count(uri, await this.checkFile(uri));
    }
    for (const uri of sources) {
      if (token.isCancellationRequested) break;
      onFile(fileNameOf(uri), share);
      for (const findings of await this.checkSource(uri)) count(uri, findings);
    }
    this.follow();
    return { models, errors, warnings, damaged };
  }

  /** Undefined for what is no sound model. */
  private async checkFile(uri: vscode.Uri): Promise<readonly Finding[] | undefined> {
    this.checked.set(uri.toString(), uri);
    try {
      return await this.checkBytes(uri, await readModelFile(uri));
    } catch (error) {
      this.tell(error);
      return undefined;
    }
  }

  /** A source that cannot be read is none that holds a model. */
  private async checkSource(uri: vscode.Uri): Promise<readonly (readonly Finding[] | undefined)[]> {
    try {
      const found = await this.sources.check(uri);
      if (found.length > 0) this.checked.set(uri.toString(), uri);
      return found;
    } catch (error) {
      if (error instanceof vscode.FileSystemError) return [];
      this.tell(error);
      return [];
    }
  }

  private async checkBytes(
    uri: vscode.Uri,
    bytes: Uint8Array,
    array?: CArray,
  ): Promise<readonly Finding[] | undefined> {
    const script = modelWorkerScript(this.services.context.extensionUri);
    const client = await openModelClient(script, { bytes, fileName: versionName(uri) });
    try {
      const { reading } = client;
      if (reading.kind === 'nothing') {
        this.problems.show('checked', uri, { damage: reading.damage, findings: [] });
        return undefined;
      }
      const { damage } = reading.overview;
      const findings = await client.ask('findings', { ...findingSettings(uri), ...(array ? { array } : {}) });
      this.problems.show('checked', uri, { damage, findings: withoutArrayFindings(findings) });
      return damage.length === 0 ? findings : undefined;
    } finally {
      client.dispose();
    }
  }

  /** One file that cannot be read does not end the check of the others. @throws what is a fault of the program */
  private tell(error: unknown): void {
    if (!(error instanceof Problem)) throw error;
    this.services.log.warn(this.services.say(error.sentence));
  }

  /** What stands among the problems stays true: when files change, and when the settings weigh otherwise. */
  private follow(): void {
    if (this.followed.value) return;
    const { workspace } = vscode;
    const models = workspace.createFileSystemWatcher(everyModel);
    const sources = workspace.createFileSystemWatcher(everySource);
    this.followed.value = vscode.Disposable.from(
      models,
      models.onDidChange((uri) => this.checkAgain(uri)),
      models.onDidCreate((uri) => this.checkAgain(uri)),
      models.onDidDelete((uri) => this.forget(uri)),
      sources,
      sources.onDidChange((uri) => this.checkAgain(uri)),
      sources.onDidCreate((uri) => this.checkAgain(uri)),
      sources.onDidDelete((uri) => this.forget(uri)),
      // What its editor said about a source goes with the editor.
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.checked.has(uri.toString())) this.checkAgain(uri);
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (!changesFindings(change)) return;
        for (const uri of this.checked.values()) this.checkAgain(uri);
      }),
    );
  }

  private checkAgain(uri: vscode.Uri): void {
    if (isOtherPeoples(uri)) return;
    this.queue.ask(uri.toString(), () => (isModelFile(uri) ? this.checkFile(uri) : this.checkSource(uri)));
  }

  private forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.queue.ask(key, () => {
      this.checked.delete(key);
      if (isModelFile(uri)) this.problems.clear('checked', uri);
      else this.sources.forget(uri);
      return Promise.resolve();
    });
  }
}

function isOtherPeoples({ path }: vscode.Uri): boolean {
  return /\/(node_modules|\.git)\//.test(path);
}

/** Findings about arrays (alignment, declared length) in the C and C++ source that is open. */
import * as vscode from 'vscode';
import { Disposable } from '../dispose';
import type { Say } from '../language';
import { Pace } from '../pace';
import { arrayDiagnostics } from './arrayDiagnostics';
import { changesFindings, findingSettings } from './findingSettings';
import { sourceSelector, type SourceArrays } from './sourceArrays';

/** While somebody types, the list of problems need not follow every key. */
const followIntervalMs = 400;

export class ArrayProblems extends Disposable {
  private readonly collection = this.register(vscode.languages.createDiagnosticCollection('tinyml.arrays'));
  private readonly changed = new Set<vscode.TextDocument>();
  private readonly follow = this.register(new Pace(followIntervalMs, () => this.checkChanged()));

  constructor(
    private readonly arrays: SourceArrays,
    private readonly say: Say,
  ) {
    super();
    const { workspace } = vscode;
    this.register(workspace.onDidOpenTextDocument((document) => this.hear(document)));
    this.register(workspace.onDidChangeTextDocument(({ document }) => this.hear(document)));
    this.register(workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)));
    this.register(
      workspace.onDidChangeConfiguration((change) => {
        if (changesFindings(change)) this.hearAll();
      }),
    );
    this.hearAll();
  }

  private hearAll(): void {
    for (const document of vscode.workspace.textDocuments) this.hear(document);
  }

  private hear(document: vscode.TextDocument): void {
    if (vscode.languages.match(sourceSelector, document) === 0) return;
    this.changed.add(document);
    this.follow.ask();
  }

  private checkChanged(): void {
    for (const document of this.changed) void this.check(document);
    this.changed.clear();
  }

  /** Of a text that changes or closes meanwhile nothing is said: what changed is checked again. */
  private async check(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const arrays = await this.arrays.inDocument(document);
    if (this.isDisposed || document.isClosed || document.version !== version) return;
    const settings = findingSettings(document.uri);
    const textOf = (line: number): string => document.lineAt(line - 1).text;
    const found = arrays.flatMap(({ array }) => arrayDiagnostics(array, textOf, settings, this.say));
    this.collection.set(document.uri, found);
  }
}

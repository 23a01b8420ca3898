/** "Check All Models" for models in C and C++ source: what is wrong with each, until its source is gone. */
import * as vscode from 'vscode';
import type { Finding } from '../../core/check/finding';
import { Disposable } from '../dispose';
import type { Services } from '../services';
import { arrayDiagnostics } from './arrayDiagnostics';
import { arrayUri } from './arrayUri';
import { findingSettings } from './findingSettings';
import type { ModelProblems } from './modelProblems';
import { openDocument, type PlacedArray, type SourceArrays } from './sourceArrays';

/** The findings of one model, shown among the problems; undefined where it is damaged. */
export type CheckModelFile = (
  uri: vscode.Uri,
  { array }: PlacedArray,
) => Promise<readonly Finding[] | undefined>;

export class SourceCheck extends Disposable {
  /** Of sources that no editor shows: those that are open have theirs already. */
  private readonly collection = this.register(vscode.languages.createDiagnosticCollection('tinyml.sources'));
  /** Addresses of the models of each source. */
  private readonly known = new Map<string, readonly vscode.Uri[]>();

  constructor(
    private readonly services: Services,
    private readonly arrays: SourceArrays,
    private readonly problems: ModelProblems,
    private readonly checkModel: CheckModelFile,
  ) {
    super();
    this.register(vscode.workspace.onDidOpenTextDocument(({ uri }) => this.collection.delete(uri)));
  }

  /** The findings of each model in a source; undefined for one that is damaged. */
  async check(source: vscode.Uri): Promise<readonly (readonly Finding[] | undefined)[]> {
    const { text, arrays } = await this.arrays.read(source);
    const uris = arrays.map(({ place }) => arrayUri(place));
    this.forget(source, uris);
    if (arrays.length === 0) return [];
    this.known.set(source.toString(), uris);
    if (!openDocument(source)) this.collection.set(source, this.diagnostics(source, text, arrays));
    const found: (readonly Finding[] | undefined)[] = [];
    for (const [index, placed] of arrays.entries()) {
      found.push(await this.checkModel(uris[index]!, placed));
    }
    return found;
  }

  /** Takes away what was said about a source, but for the models that are in it still. */
  forget(source: vscode.Uri, still: readonly vscode.Uri[] = []): void {
    const key = source.toString();
    const kept = new Set(still.map(String));
    for (const uri of this.known.get(key) ?? []) {
      if (!kept.has(uri.toString())) this.problems.clear('checked', uri);
    }
    this.known.delete(key);
    this.collection.delete(source);
  }

  private diagnostics(
    source: vscode.Uri,
    text: string,
    arrays: readonly PlacedArray[],
  ): readonly vscode.Diagnostic[] {
    const lines = text.split(/\r\n|\r|\n/);
    const textOf = (line: number): string => lines[line - 1] ?? '';
    const settings = findingSettings(source);
    return arrays.flatMap(({ array }) => arrayDiagnostics(array, textOf, settings, this.services.say));
  }
}

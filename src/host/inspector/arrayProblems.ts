/** Findings about arrays (alignment, declared length) in the C and C++ source that is open. */
import * as vscode from 'vscode';
import { checkModel, type SeverityOverrides } from '../../core/check/check';
import { findingCodes } from '../../core/check/finding';
import type { CArray } from '../../core/source/cArrays';
import type { Model } from '../../core/tflite/model';
import { Disposable } from '../dispose';
import type { Say } from '../language';
import { Pace } from '../pace';
import { lengthRange, nameRange, type LineRange } from './arrayRanges';
import { findingDiagnostic } from './findingDiagnostic';
import { changesFindings, findingSettings } from './findingSettings';
import { sourceSelector, type SourceArrays } from './sourceArrays';

/** These rules look at the array alone. */
const arrayCodes: ReadonlySet<string> = new Set(['TML015', 'TML016']);
const others: SeverityOverrides = Object.fromEntries(
  findingCodes.filter((code) => !arrayCodes.has(code)).map((code) => [code, 'off'] as const),
);
const noModel: Model = {
  version: 3,
  description: '',
  subgraphs: [],
  buffers: [],
  metadata: [],
  signatures: [],
};

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
    for (const document of this.changed) {
      if (!document.isClosed) this.collection.set(document.uri, this.check(document));
    }
    this.changed.clear();
  }

  private check(document: vscode.TextDocument): vscode.Diagnostic[] {
    const arrays = this.arrays.inDocument(document);
    if (arrays.length === 0) return [];
    const { target, overrides } = findingSettings(document.uri);
    return arrays.flatMap(({ array }) =>
      checkModel({ model: noModel, array, target }, { ...overrides, ...others }).map((finding) => {
        const { line, start, end } = placeOf(finding.code, array, document);
        return findingDiagnostic(finding, new vscode.Range(line, start, line, end), this.say);
      }),
    );
  }
}

function placeOf(code: string, array: CArray, document: vscode.TextDocument): LineRange {
  const textOf = (line: number): string => document.lineAt(line - 1).text;
  if (code === 'TML016' && array.length) return lengthRange(array, textOf(array.length.line));
  return nameRange(array, textOf(array.line));
}

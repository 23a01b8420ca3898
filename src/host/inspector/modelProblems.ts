/**
 * Damage and findings of models in the list of problems: those of an open model while it is open, and those of "Check All Models"
 * until the model is gone. A model that is both has them once.
 */
import * as vscode from 'vscode';
import type { Sentence } from '../../../l10n/sentences';
import type { Finding } from '../../core/check/finding';
import { Disposable } from '../dispose';
import type { Say } from '../language';
import { findingDiagnostic } from './findingDiagnostic';

export interface WhatIsWrong {
  /** Of the file, or why it is no model at all. */
  readonly damage: readonly Sentence[];
  readonly findings: readonly Finding[];
}

export type ProblemSource = 'open' | 'checked';

const wholeFile = new vscode.Range(0, 0, 0, 0);

export class ModelProblems extends Disposable {
  private readonly collection = this.register(vscode.languages.createDiagnosticCollection('tinyml.models'));
  private readonly sources = new Map<string, ReadonlySet<ProblemSource>>();

  constructor(private readonly say: Say) {
    super();
  }

  show(source: ProblemSource, uri: vscode.Uri, { damage, findings }: WhatIsWrong): void {
    const key = uri.toString();
    this.sources.set(key, new Set(this.sources.get(key)).add(source));
    this.collection.set(uri, [
      ...damage.map((said) => {
        const diagnostic = new vscode.Diagnostic(wholeFile, this.say(said));
        diagnostic.source = 'TinyML';
        return diagnostic;
      }),
      ...findings.map((finding) => findingDiagnostic(finding, wholeFile, this.say)),
    ]);
  }

  clear(source: ProblemSource, uri: vscode.Uri): void {
    const key = uri.toString();
    const left = new Set(this.sources.get(key));
    left.delete(source);
    if (left.size > 0) {
      this.sources.set(key, left);
      return;
    }
    this.sources.delete(key);
    this.collection.delete(uri);
  }
}

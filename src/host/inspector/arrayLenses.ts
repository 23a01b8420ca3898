/** "Inspect model (2,704 bytes)" above each model in C and C++ source. */
import * as vscode from 'vscode';
import { sentence } from '../../../l10n/sentences';
import type { Say } from '../language';
import { arrayUri } from './arrayUri';
import type { SourceArrays } from './sourceArrays';

export class ArrayLenses implements vscode.CodeLensProvider {
  constructor(
    private readonly arrays: SourceArrays,
    private readonly say: Say,
  ) {}

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const { version } = document;
    const arrays = await this.arrays.inDocument(document);
    // VS Code asks again where the text has changed meanwhile.
    if (document.version !== version) return [];
    return arrays.map(({ array, place }) => {
      const line = document.lineAt(array.line - 1);
      return new vscode.CodeLens(line.range, {
        title: this.say(sentence('inspectorHost.lens', { bytes: array.bytes.length })),
        command: 'tinyml.inspectModel',
        arguments: [arrayUri(place)],
      });
    });
  }
}

/** Models in C and C++ source, as it stands in the editor where it is open, else as it stands in the file. */
import * as vscode from 'vscode';
import { findModelArraysStepwise, type CArray } from '../../core/source/cArrays';
import { inSlices } from '../inSlices';
import type { ArrayPlace } from './arrayUri';

export interface PlacedArray {
  readonly array: CArray;
  readonly place: ArrayPlace;
}

/** Sources in which models are looked for; `.ino` is C++ wherever no extension calls it otherwise. */
export const sourceSelector: vscode.DocumentSelector = [
  { language: 'c' },
  { language: 'cpp' },
  { pattern: '**/*.ino' },
];

interface Known {
  readonly version: number;
  readonly arrays: Promise<readonly PlacedArray[]>;
}

export class SourceArrays {
  private readonly known = new WeakMap<vscode.TextDocument, Known>();

  /** As the document is now; it may have changed when the answer comes. */
  inDocument(document: vscode.TextDocument): Promise<readonly PlacedArray[]> {
    const known = this.known.get(document);
    if (known?.version === document.version) return known.arrays;
    const arrays = placed(document.uri, document.getText());
    this.known.set(document, { version: document.version, arrays });
    return arrays;
  }

  /** Rejects as `workspace.fs` does where the file cannot be read. */
  async inSource(source: vscode.Uri): Promise<readonly PlacedArray[]> {
    return (await this.read(source)).arrays;
  }

  /** The same, with the text they stand in. */
  async read(
    source: vscode.Uri,
  ): Promise<{ readonly text: string; readonly arrays: readonly PlacedArray[] }> {
    const document = openDocument(source);
    if (document) return { text: document.getText(), arrays: await this.inDocument(document) };
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
    return { text, arrays: await placed(source, text) };
  }

  async find({ source, name, nth }: ArrayPlace): Promise<CArray | undefined> {
    const arrays = await this.inSource(source);
    return arrays.find(({ place }) => place.name === name && place.nth === nth)?.array;
  }
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

async function placed(source: vscode.Uri, text: string): Promise<readonly PlacedArray[]> {
  const seen = new Map<string, number>();
  return (await inSlices(findModelArraysStepwise(text))).map((array) => {
    const nth = seen.get(array.name) ?? 0;
    seen.set(array.name, nth + 1);
    return { array, place: { source, name: array.name, nth } };
  });
}

/** The custom editor of `.tflite` files: read-only, several editors to one file. */
import * as vscode from 'vscode';
import { graphLayoutClient } from '../../workers/graphLayoutClient';
import { Disposable } from '../dispose';
import { ModelDocument, type ModelDocumentParts } from './modelDocument';
import { ModelEditor, type Reveal } from './modelEditor';

/** As in the manifest. */
export const modelEditorType = 'tinyml.modelInspector';

export class ModelEditors extends Disposable {
  private readonly editors = new Set<ModelEditor>();
  private readonly graphLayout;

  constructor(private readonly parts: ModelDocumentParts) {
    super();
    const { extensionUri } = parts.services.context;
    const script = vscode.Uri.joinPath(extensionUri, 'dist', 'workers', 'graphLayout.worker.js').fsPath;
    const client = graphLayoutClient(script);
    this.graphLayout = client;
    this.register(new vscode.Disposable(() => void client.dispose()));
  }

  openDocument(uri: vscode.Uri): ModelDocument {
    return new ModelDocument(uri, this.parts);
  }

  addEditor(document: ModelDocument, panel: vscode.WebviewPanel): void {
    const editor = new ModelEditor(this.parts.services, document, panel, this.graphLayout);
    this.editors.add(editor);
    panel.onDidDispose(() => this.editors.delete(editor));
  }

  /** Opens a model, at an operator or tensor where one is given. */
  async show(uri: vscode.Uri, place?: Reveal): Promise<void> {
    await vscode.commands.executeCommand('vscode.openWith', uri, modelEditorType);
    if (!place) return;
    const key = uri.toString();
    const editors = [...this.editors].filter(({ document }) => document.uri.toString() === key);
    editors.at(-1)?.reveal(place);
  }

  override dispose(): void {
    for (const editor of [...this.editors]) editor.dispose();
    super.dispose();
  }
}

/**
 * What VS Code asks the inspector for: editors, files made of arrays, CodeLenses, problems in source. Light: a model's code
 * is loaded when the first one is opened.
 */
import * as vscode from 'vscode';
import type { Features } from '../features';
import { ArrayLenses } from './arrayLenses';
import { arrayScheme } from './arrayUri';
import { sourceSelector } from './sourceArrays';

export function registerInspector(features: Features): vscode.Disposable {
  const { sourceArrays, arrayFiles, say } = features;
  return vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(arrayScheme, arrayFiles, {
      isCaseSensitive: true,
      isReadonly: true,
    }),
    vscode.languages.registerCodeLensProvider(sourceSelector, new ArrayLenses(sourceArrays, say)),
    problemsOfSources(features),
    registerModelEditors(features),
    vscode.window.registerWebviewPanelSerializer('tinyml.compare', {
      deserializeWebviewPanel: async (panel, state) => (await features.comparePanels()).restore(panel, state),
    }),
  );
}

function registerModelEditors({ modelEditors }: Features): vscode.Disposable {
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: async (uri) => (await modelEditors()).openDocument(uri),
    resolveCustomEditor: async (document, panel) => {
      const [editors, { ModelDocument }] = await Promise.all([modelEditors(), import('./modelDocument')]);
      if (document instanceof ModelDocument) editors.addEditor(document, panel);
    },
  };
  return vscode.window.registerCustomEditorProvider('tinyml.modelInspector', provider, {
    supportsMultipleEditorsPerDocument: true,
  });
}

/** Starts with the first C or C++ source that is open. */
function problemsOfSources({ sourceArrays, say }: Features): vscode.Disposable {
  const subscriptions: { dispose(): unknown }[] = [];
  let isStarted = false;
  let isDisposed = false;
  const start = async (): Promise<void> => {
    const { ArrayProblems } = await import('./arrayProblems');
    if (!isDisposed) subscriptions.push(new ArrayProblems(sourceArrays, say));
  };
  const startFor = (document: vscode.TextDocument): void => {
    if (isStarted || vscode.languages.match(sourceSelector, document) === 0) return;
    isStarted = true;
    void start();
  };
  subscriptions.push(vscode.workspace.onDidOpenTextDocument(startFor));
  vscode.workspace.textDocuments.forEach(startFor);
  return new vscode.Disposable(() => {
    isDisposed = true;
    for (const subscription of subscriptions) subscription.dispose();
  });
}

/** A view as the place of a page. VS Code owns views: to dispose of the place leaves the view where it is. */
import type * as vscode from 'vscode';
import type { PagePlace } from '../webviewPage';

export function viewPlace(view: vscode.WebviewView): PagePlace {
  return {
    webview: view.webview,
    get visible() {
      return view.visible;
    },
    onDidChangeViewState: view.onDidChangeVisibility,
    onDidDispose: view.onDidDispose,
    dispose: () => undefined,
  };
}

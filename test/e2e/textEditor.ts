/** What VS Code tells of a place in a text file, from all extensions together. */
import type { VSCode } from './vscode';

/** The text of all hovers, at the beginning of `word`. */
export function hover(vscode: VSCode, path: string, word: string): Promise<string> {
  return vscode.inHost(
    async ({ vscode: api }, file: string, at: string) => {
      const uri = api.Uri.file(file);
      const document = await api.workspace.openTextDocument(uri);
      const place = document.positionAt(document.getText().indexOf(at) + 3);
      const found = await api.commands.executeCommand<
        readonly { readonly contents: readonly (string | { readonly value: string })[] }[]
      >('vscode.executeHoverProvider', uri, place);
      return found
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n');
    },
    path,
    word,
  );
}

/** Titles of the lenses, from above. */
export function lenses(vscode: VSCode, path: string): Promise<readonly string[]> {
  return vscode.inHost(async ({ vscode: api }, file: string) => {
    const found = await api.commands.executeCommand<readonly { command?: { title: string } }[]>(
      'vscode.executeCodeLensProvider',
      api.Uri.file(file),
    );
    return found.map(({ command }) => command?.title ?? '');
  }, path);
}

/** What is offered with the cursor right after `before`: label and text. */
export function completions(
  vscode: VSCode,
  path: string,
  before: string,
): Promise<readonly { readonly label: string; readonly documentation: string }[]> {
  return vscode.inHost(
    async ({ vscode: api }, file: string, text: string) => {
      const uri = api.Uri.file(file);
      const document = await api.workspace.openTextDocument(uri);
      const place = document.positionAt(document.getText().indexOf(text) + text.length);
      const { items } = await api.commands.executeCommand<{
        readonly items: readonly {
          readonly label: string | { readonly label: string };
          readonly documentation?: string | { readonly value: string };
        }[];
      }>('vscode.executeCompletionItemProvider', uri, place);
      return items.map(({ label, documentation = '' }) => ({
        label: typeof label === 'string' ? label : label.label,
        documentation: typeof documentation === 'string' ? documentation : documentation.value,
      }));
    },
    path,
    before,
  );
}

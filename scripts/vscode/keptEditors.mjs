/* global indexedDB -- the function runs in the page */

/**
 * What VS Code in this browser has written down of the open editors, a list for each of its windows: one text an editor,
 * with its type, title and path. To be run in the page; sees nothing of this file.
 *
 * Source: microsoft/vscode, src/vs/workbench/services/storage/browser/storageService.ts (databases
 * `vscode-web-state-db-<workspace>`, store `ItemTable`) and src/vs/workbench/browser/parts/editor/editorPart.ts
 * (`editorpart.state`).
 *
 * @returns {Promise<string[][]>}
 */
export async function keptEditors() {
  /**
   * @template T
   * @param {IDBRequest<T>} request
   * @returns {Promise<T>}
   */
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  /** @type {string[][]} */
  const windows = [];
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db-') || name.includes('global')) continue;
    const database = await answer(indexedDB.open(name));
    const table = database.transaction('ItemTable').objectStore('ItemTable');
    const memento = await answer(table.get('memento/workbench.parts.editor'));
    database.close();
    const { serializedGrid } = JSON.parse(memento ?? '{}')['editorpart.state'] ?? {};
    /** @type {string[]} */
    const editors = [];
    const nodes = serializedGrid ? [serializedGrid.root] : [];
    for (const { type, data } of nodes) {
      if (type === 'branch') nodes.push(...data);
      else
        editors.push(...(data.editors ?? []).map((/** @type {unknown} */ editor) => JSON.stringify(editor)));
    }
    windows.push(editors);
  }
  return windows;
}

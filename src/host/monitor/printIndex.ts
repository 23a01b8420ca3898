/** The statements that print, in the C and C++ files of the workspace; read again only where a file has changed. */
import * as vscode from 'vscode';
import { printStatements, type PrintStatement } from '../../core/source/printFormats';
import { fewAtOnce } from '../../jobs/fewAtOnce';

export interface FoundStatement extends PrintStatement {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

const sources = '**/*.{c,cc,cpp,cxx,h,hpp,ino}';
const notOurs = '**/{node_modules,.git,build,.pio,managed_components,cmake-build-*}/**';
const mostFiles = 1000;
/** The workspace may be on another machine: each question is a journey. */
const filesAtOnce = 16;
const mostCharacters = 512 * 1024;
const sourceName = /\.(c|cc|cpp|cxx|h|hpp|ino)$/i;

const cache = new Map<
  string,
  { readonly version: number | string; readonly statements: readonly FoundStatement[] }
>();

export function statementsIn(document: vscode.TextDocument): readonly FoundStatement[] {
  const key = document.uri.toString();
  const kept = cache.get(key);
  if (kept?.version === document.version) return kept.statements;
  const text = document.getText();
  const statements =
    text.length > mostCharacters
      ? []
      : printStatements(text).map((statement) => ({
          ...statement,
          uri: document.uri,
          range: new vscode.Range(document.positionAt(statement.start), document.positionAt(statement.end)),
        }));
  cache.set(key, { version: document.version, statements });
  return statements;
}

/** Open editors first: where two fit equally, what is looked at is meant. */
export async function statementsOfWorkspace(): Promise<readonly FoundStatement[]> {
  const open = vscode.workspace.textDocuments.filter(
    ({ uri, isClosed }) => !isClosed && sourceName.test(uri.path),
  );
  const openKeys = new Set(open.map(({ uri }) => uri.toString()));
  const uris = await vscode.workspace.findFiles(sources, notOurs, mostFiles);
  const closed = uris.filter((uri) => !openKeys.has(uri.toString()));
  const inClosed = await fewAtOnce(closed, filesAtOnce, statementsOfFile);
  return [...open.flatMap((document) => statementsIn(document)), ...inClosed.flat()];
}

async function statementsOfFile(uri: vscode.Uri): Promise<readonly FoundStatement[]> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    if (size > mostCharacters) return [];
    const version = `${mtime} ${size}`;
    const kept = cache.get(uri.toString());
    if (kept?.version === version) return kept.statements;
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    const starts = lineStarts(text);
    const statements = printStatements(text).map((statement) => ({
      ...statement,
      uri,
      range: new vscode.Range(position(starts, statement.start), position(starts, statement.end)),
    }));
    cache.set(uri.toString(), { version, statements });
    return statements;
  } catch {
    // Gone in between, or not to be read: it prints nothing that could be shown.
    return [];
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

function position(starts: readonly number[], offset: number): vscode.Position {
  const line = Math.max(
    0,
    starts.findLastIndex((start) => start <= offset),
  );
  return new vscode.Position(line, offset - (starts[line] ?? 0));
}

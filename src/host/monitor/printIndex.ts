/** The statements that print, in the C and C++ files of the workspace; read again only where a file has changed. */
import * as vscode from 'vscode';
import { printStatements, type PrintStatement } from '../../core/source/printFormats';
import { fewAtOnce } from '../../jobs/fewAtOnce';
import { Disposable } from '../dispose';
import { Pace } from '../pace';

export interface FoundStatement extends PrintStatement {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

const sources = '**/*.{c,cc,cpp,cxx,h,hpp,ino}';
const notOurs = ['node_modules', '.git', 'build', '.pio', 'managed_components', 'cmake-build-*'];
const insideNotOurs = new RegExp(
  `(^|/)(${notOurs.map((name) => name.replace('.', '\\.').replace('*', '[^/]*')).join('|')})/`,
);
const mostFiles = 1000;
/** The workspace may be on another machine: each question is a journey. */
const filesAtOnce = 16;
const mostCharacters = 512 * 1024;
const sourceName = /\.(c|cc|cpp|cxx|h|hpp|ino)$/i;
/** A checkout or a generator changes hundreds of files, one after the other. */
const renewalMs = 2000;

interface Read<Version> {
  readonly version: Version;
  readonly statements: readonly FoundStatement[];
}
const ofDocuments = new WeakMap<vscode.TextDocument, Read<number>>();
const ofFiles = new Map<string, Read<string>>();

export function statementsIn(document: vscode.TextDocument): readonly FoundStatement[] {
  const kept = ofDocuments.get(document);
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
  ofDocuments.set(document, { version: document.version, statements });
  return statements;
}

/** Open editors first: where two fit equally, what is looked at is meant. */
export async function statementsOfWorkspace(): Promise<readonly FoundStatement[]> {
  return withOpenOnes(await statementsOnDisk());
}

/**
 * The statements of the workspace for one who asks twice a second: the disk is looked through once, and again only when a
 * source was written, made or deleted. What is open counts as it stands in its editor, saved or not.
 */
export class PrintIndex extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** What `beside` says may be another. */
  readonly onChanged = this.changed.event;
  private readonly pace = this.register(new Pace(renewalMs, () => void this.renew()));
  private onDisk: readonly FoundStatement[] | undefined;
  private isStale = true;
  private isReading = false;
  private isWatching = false;

  /** The statements of all other files; undefined before they were read for the first time. */
  beside(document: vscode.TextDocument): readonly FoundStatement[] | undefined {
    if (this.isStale) this.pace.ask();
    const { path } = document.uri;
    return this.onDisk && withOpenOnes(this.onDisk).filter(({ uri }) => uri.path !== path);
  }

  private async renew(): Promise<void> {
    if (this.isReading) return;
    this.watch();
    this.isReading = true;
    this.isStale = false;
    try {
      this.onDisk = await statementsOnDisk();
    } catch {
      // The workspace cannot be searched now: what is known of it stays.
    } finally {
      this.isReading = false;
    }
    this.changed.fire();
  }

  private watch(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    const spoil = (uri: vscode.Uri): void => {
      const path = vscode.workspace.asRelativePath(uri, false);
      if (!sourceName.test(path) || insideNotOurs.test(path)) return;
      this.isStale = true;
      this.changed.fire();
    };
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(sources));
    this.register(watcher.onDidCreate(spoil));
    this.register(watcher.onDidChange(spoil));
    this.register(watcher.onDidDelete(spoil));
    // Not every file system tells of what is written to it.
    this.register(vscode.workspace.onDidSaveTextDocument(({ uri }) => spoil(uri)));
  }
}

/** The older side of a comparison has the path of a file, too, and is read-only. */
function withOpenOnes(onDisk: readonly FoundStatement[]): readonly FoundStatement[] {
  const open = vscode.workspace.textDocuments.filter(
    ({ uri, isClosed }) =>
      !isClosed &&
      sourceName.test(uri.path) &&
      vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false,
  );
  const paths = new Set(open.map(({ uri }) => uri.path));
  return [...open.flatMap(statementsIn), ...onDisk.filter(({ uri }) => !paths.has(uri.path))];
}

async function statementsOnDisk(): Promise<readonly FoundStatement[]> {
  const uris = await vscode.workspace.findFiles(sources, `**/{${notOurs.join()}}/**`, mostFiles);
  return (await fewAtOnce(uris, filesAtOnce, statementsOfFile)).flat();
}

async function statementsOfFile(uri: vscode.Uri): Promise<readonly FoundStatement[]> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    if (size > mostCharacters) return [];
    const version = `${mtime} ${size}`;
    const kept = ofFiles.get(uri.toString());
    if (kept?.version === version) return kept.statements;
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    const starts = lineStarts(text);
    const statements = printStatements(text).map((statement) => ({
      ...statement,
      uri,
      range: new vscode.Range(position(starts, statement.start), position(starts, statement.end)),
    }));
    ofFiles.set(uri.toString(), { version, statements });
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

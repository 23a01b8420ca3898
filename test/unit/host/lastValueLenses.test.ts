/** Which statements have the last value of a series above them, where several files of a workspace print. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { en } from '../../../l10n/en/index';
import { createWords } from '../../../webview/shared/words';
import type { Series } from '../../../src/core/stream/seriesTable';
import { idleStatus } from '../../../src/host/monitor/idleStatus';
import { LastValueLenses } from '../../../src/host/monitor/lastValueLenses';
import type { MonitorSession } from '../../../src/host/monitor/monitorSession';
import type { Services } from '../../../src/host/services';

/** The workspace, and what its editors hold. */
const disk = new Map<string, string>();
const open: vscode.TextDocument[] = [];
const watchers: ((uri: vscode.Uri) => void)[] = [];
const changes: (() => void)[] = [];
let scans = 0;

vi.mock('vscode', () => {
  const uri = (path: string): object => ({ path, scheme: 'file', toString: () => path });
  const nothing = { dispose: () => undefined };
  const heard = (listener: (uri: vscode.Uri) => void): object => {
    watchers.push(listener);
    return nothing;
  };
  return {
    Uri: { file: uri },
    Position: class {
      constructor(readonly line: number) {}
    },
    Range: class {
      constructor(readonly start: unknown) {}
    },
    CodeLens: class {
      constructor(
        readonly range: unknown,
        readonly command: { readonly title: string },
      ) {}
    },
    EventEmitter: class {
      private readonly listeners: (() => void)[] = [];
      readonly event = (listener: () => void): object => {
        this.listeners.push(listener);
        return nothing;
      };
      fire(): void {
        for (const listener of this.listeners) listener();
      }
      readonly dispose = (): void => undefined;
    },
    languages: { registerCodeLensProvider: () => nothing },
    workspace: {
      get textDocuments() {
        return open;
      },
      asRelativePath: ({ path }: { path: string }) => path.replace('/work/', ''),
      findFiles: (_sources: string, others: string) => {
        scans++;
        const isOthers = (path: string): boolean =>
          path.split('/').some((folder) => folder !== '' && others.slice(4, -4).split(',').includes(folder));
        return Promise.resolve([...disk.keys()].filter((path) => !isOthers(path)).map(uri));
      },
      fs: {
        isWritableFileSystem: (scheme: string) => scheme !== 'git',
        stat: ({ path }: { path: string }) => Promise.resolve({ mtime: 1, size: disk.get(path)?.length }),
        readFile: ({ path }: { path: string }) => Promise.resolve(new TextEncoder().encode(disk.get(path))),
      },
      createFileSystemWatcher: () => ({
        onDidCreate: heard,
        onDidChange: () => nothing,
        onDidDelete: () => nothing,
        ...nothing,
      }),
      onDidSaveTextDocument: () => nothing,
    },
  };
});

const printsTwo = 'void loop() { printf("%f,%f\\n", x, y); }';
const printsThree = 'void loop() { printf("%f,%f,%f\\n", x, y, z); }';
const printsX = 'void loop() { printf("x=%f\\n", x); }';

function edit(path: string, text: string, scheme = 'file'): vscode.TextDocument {
  const document = {
    uri: { path, scheme },
    version: 1,
    isClosed: false,
    getText: () => text,
    positionAt: () => new vscode.Position(0, 0),
  } as unknown as vscode.TextDocument;
  open.push(document);
  return document;
}

function lensesOf(names: readonly string[]): (document: vscode.TextDocument) => readonly string[] {
  const series = names.map((name) => ({ name, unit: '', group: 0 }) as unknown as Series);
  const session = {
    status: { ...idleStatus, series, lastValues: names.map((_, index) => index + 0.5) },
    onStatus: () => ({ dispose: () => undefined }),
  } as unknown as MonitorSession;
  const services = { language: { tag: 'en' }, say: createWords(en, 'en').say } as unknown as Services;
  const lenses = new LastValueLenses(services, session);
  lenses.onDidChangeCodeLenses(() => changes.forEach((change) => change()));
  return (document) => lenses.provideCodeLenses(document).map(({ command }) => command?.title ?? '');
}

const unlabelled = ['value 1', 'value 2'];
const shown = ['value 1 = 0.5, value 2 = 1.5'];

beforeEach(() => {
  vi.useFakeTimers();
  disk.clear();
  open.splice(0);
  watchers.splice(0);
  scans = 0;
});
afterEach(() => void vi.useRealTimers());
const aWhile = (): Promise<unknown> => vi.advanceTimersByTimeAsync(5000);

describe('the last value of a line without labels', () => {
  it('stands over the one statement of the workspace that fits', async () => {
    disk.set('/work/a.c', printsTwo).set('/work/b.c', printsThree);
    const lenses = lensesOf(unlabelled);
    const document = edit('/work/a.c', printsTwo);
    expect(lenses(document)).toEqual([]);
    await aWhile();
    expect(lenses(document)).toEqual(shown);
  });

  it('stands nowhere when two files have one each', async () => {
    disk.set('/work/a.c', printsTwo).set('/work/b.c', printsTwo);
    const lenses = lensesOf(unlabelled);
    const documents = [edit('/work/a.c', printsTwo), edit('/work/b.c', printsTwo)];
    documents.map(lenses);
    await aWhile();
    expect(documents.flatMap(lenses)).toEqual([]);
  });

  it('goes by what is open, saved or not, and not by the older side of a comparison', async () => {
    disk.set('/work/a.c', printsTwo).set('/work/b.c', printsTwo);
    const lenses = lensesOf(unlabelled);
    const document = edit('/work/a.c', printsTwo);
    edit('/work/b.c', printsThree);
    edit('/work/a.c', printsTwo, 'git');
    edit('/work/b.c', printsTwo, 'git');
    lenses(document);
    await aWhile();
    expect(lenses(document)).toEqual(shown);
    edit('/work/new.c', printsTwo);
    expect(lenses(document)).toEqual([]);
  });

  it('is not kept from its statement by what a build has made', async () => {
    disk.set('/work/a.c', printsTwo).set('/work/build/b.c', printsTwo);
    const lenses = lensesOf(unlabelled);
    const document = edit('/work/a.c', printsTwo);
    lenses(document);
    await aWhile();
    expect(lenses(document)).toEqual(shown);
    for (const written of watchers) written(vscode.Uri.file('/work/build/b.c'));
    lenses(document);
    await aWhile();
    expect(scans).toBe(1);
  });

  it('goes when another file comes, and the disk is looked through for that alone', async () => {
    disk.set('/work/a.c', printsTwo);
    const lenses = lensesOf(unlabelled);
    const document = edit('/work/a.c', printsTwo);
    for (let ask = 0; ask < 100; ask++) {
      lenses(document);
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(lenses(document)).toEqual(shown);
    expect(scans).toBe(1);
    disk.set('/work/b.c', printsTwo);
    let isTold = false;
    changes.push(() => (isTold = true));
    for (const written of watchers) written(vscode.Uri.file('/work/b.c'));
    await aWhile();
    expect(isTold).toBe(true);
    lenses(document);
    await aWhile();
    expect(lenses(document)).toEqual([]);
    expect(scans).toBe(2);
  });
});

it('the last value of a labelled series stands over every statement with its label, without a look at the disk', () => {
  disk.set('/work/a.c', printsX).set('/work/b.c', printsX);
  const lenses = lensesOf(['x']);
  expect([edit('/work/a.c', printsX), edit('/work/b.c', printsX)].flatMap(lenses)).toEqual([
    'x = 0.5',
    'x = 0.5',
  ]);
  expect(scans).toBe(0);
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { en } from '../../../l10n/en/index';
import { createWords } from '../../../webview/shared/words';
import { newProjectFile } from '../../../src/commands/newProjectFile';
import { projectJson } from '../../../src/core/project/projectJson';
import { sineProject } from '../../../src/core/project/sineProject';
import type { Features } from '../../../src/host/features';
import { saveProjectFile } from '../../../src/host/project/saveProjectFile';

const host = vi.hoisted(() => ({
  files: new Map<string, Uint8Array>(),
  unsaved: [] as string[],
  said: [] as string[],
  isTrusted: true,
  folders: [] as string[],
  /** What a person answers when they are asked for one of the folders. */
  picked: undefined as string | undefined,
  renames: true,
}));

vi.mock('vscode', () => {
  class Uri {
    constructor(readonly path: string) {}
    static file(path: string): Uri {
      return new Uri(path);
    }
    static joinPath({ path }: Uri, name: string): Uri {
      return new Uri(name === '..' ? path.slice(0, path.lastIndexOf('/')) : `${path}/${name}`);
    }
    with({ path }: { path: string }): Uri {
      return new Uri(path);
    }
  }
  class FileSystemError extends Error {
    readonly code = 'FileNotFound';
  }
  const read = ({ path }: Uri): Uint8Array => {
    const bytes = host.files.get(path);
    if (!bytes) throw new FileSystemError(path);
    return bytes;
  };
  const soon = <Value>(value: () => Value): Promise<Value> => Promise.resolve().then(value);
  return {
    Uri,
    FileSystemError,
    CancellationError: class extends Error {},
    workspace: {
      get isTrusted() {
        return host.isTrusted;
      },
      get workspaceFolders() {
        return host.folders.length === 0 ? undefined : host.folders.map((path) => ({ uri: new Uri(path) }));
      },
      asRelativePath: ({ path }: Uri) => path,
      openTextDocument: ({ content }: { content: string }) => soon(() => host.unsaved.push(content)),
      fs: {
        stat: (uri: Uri) => soon(() => read(uri)),
        readFile: (uri: Uri) => soon(() => read(uri)),
        writeFile: ({ path }: Uri, bytes: Uint8Array) => soon(() => host.files.set(path, bytes)),
        delete: ({ path }: Uri) => soon(() => host.files.delete(path)),
        rename: (from: Uri, to: Uri) =>
          soon(() => {
            if (!host.renames) throw new Error('no room');
            host.files.set(to.path, read(from));
            host.files.delete(from.path);
          }),
      },
    },
    window: {
      showTextDocument: () => Promise.resolve(),
      showWorkspaceFolderPick: () => soon(() => host.picked && { uri: new Uri(host.picked) }),
      showInformationMessage: (text: string) => soon(() => void host.said.push(text)),
    },
  };
});

const services = { say: createWords(en, 'en').say } as unknown as Features;
const uri = (path: string): vscode.Uri => vscode.Uri.file(path);
const csv = new TextEncoder().encode('x,y\n1,2\n3,4\n');

/** The two ways to a new tinyml.json at the top of the workspace. */
const ways = [
  ['New Project File', () => newProjectFile(services)()],
  ['Save of the playground', () => saveProjectFile(services, sineProject, undefined)],
] as const;

beforeEach(() => {
  host.files.clear();
  host.unsaved.splice(0);
  host.said.splice(0);
  Object.assign(host, { isTrusted: true, folders: ['/work'], picked: undefined, renames: true });
});

describe.each(ways)('%s', (_name, make) => {
  it('writes into the one folder', async () => {
    await make();
    expect([...host.files.keys()]).toEqual(['/work/tinyml.json']);
  });

  it('writes nothing into a workspace that is not trusted: the text is shown to be saved by hand', async () => {
    host.isTrusted = false;
    await make();
    expect(host.files.size).toBe(0);
    expect(host.unsaved).toEqual([projectJson(sineProject)]);
    expect(host.said).toEqual([expect.stringMatching(/^This workspace is not trusted/)]);
  });

  it('shows the text too where no folder is open', async () => {
    host.folders = [];
    await make();
    expect(host.unsaved).toEqual([projectJson(sineProject)]);
    expect(host.said).toEqual([expect.stringMatching(/^No folder is open/)]);
  });

  it('writes into that of several folders that a person chose', async () => {
    Object.assign(host, { folders: ['/first', '/second'], picked: '/second' });
    await make();
    expect([...host.files.keys()]).toEqual(['/second/tinyml.json']);
  });

  it('does nothing where a person chose none of several', async () => {
    host.folders = ['/first', '/second'];
    await expect(make()).rejects.toThrow(vscode.CancellationError);
    expect([host.files.size, host.unsaved, host.said]).toEqual([0, [], []]);
  });

  it('leaves nothing behind where the file cannot be put into its place', async () => {
    host.renames = false;
    await expect(make()).rejects.toMatchObject({ sentence: { args: { detail: 'no room' } } });
    expect(host.files.size).toBe(0);
  });
});

it('the values of a playground go beside the file that they came from, whatever folders there are', async () => {
  host.folders = ['/first', '/second'];
  await saveProjectFile(services, sineProject, uri('/second/plane/tinyml.json'));
  expect([...host.files.keys()]).toEqual(['/second/plane/tinyml.json']);
});

it('a project for a CSV file goes beside it, and what is there already is not touched', async () => {
  host.files.set('/work/logs/wave.csv', csv);
  await newProjectFile(services)(uri('/work/logs/wave.csv'));
  expect([...host.files.keys()]).toContain('/work/logs/tinyml.json');
  host.files.set('/work/logs/tinyml.json', csv);
  host.isTrusted = false;
  await newProjectFile(services)(uri('/work/logs/wave.csv'));
  expect(host.files.get('/work/logs/tinyml.json')).toBe(csv);
  expect(host.said).toEqual([expect.stringMatching(/exists already/)]);
});

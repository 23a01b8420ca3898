import { beforeEach, expect, it, vi } from 'vitest';
import { en } from '../../../l10n/en/index';
import { createWords } from '../../../webview/shared/words';
import { idleStatus } from '../../../src/host/monitor/idleStatus';
import type { MonitorSession } from '../../../src/host/monitor/monitorSession';
import { recordingNoteKey } from '../../../src/host/monitor/recordingNote';
import { Recordings } from '../../../src/host/monitor/recordings';
import type { Services } from '../../../src/host/services';

const shown: string[] = [];
/** In the folder of the recordings. */
const files: string[] = [];

vi.mock('vscode', () => {
  const uri = (path: string): object => ({ path, fsPath: path, scheme: 'file', toString: () => path });
  return {
    Uri: { file: uri, joinPath: ({ path }: { path: string }, name: string) => uri(`${path}/${name}`) },
    workspace: {
      isTrusted: true,
      fs: { readDirectory: () => Promise.resolve(files.map((name) => [name, 1])) },
      workspaceFolders: [{ uri: uri('/work') }],
      getConfiguration: () => ({ get: (_name: string, otherwise: unknown) => otherwise }),
    },
    window: {
      // Nobody ever answers.
      showInformationMessage: (text: string) => {
        shown.push(text);
        return new Promise(() => undefined);
      },
    },
    commands: { executeCommand: () => Promise.resolve() },
  };
});

/** A reader that takes its time to begin and to end a recording, as the real one does. */
class SlowSession {
  status = idleStatus;
  readonly isOpen = true;
  isBroken = false;
  readonly asked: string[] = [];
  readonly names: string[] = [];
  readonly onStatus = (): { dispose(): void } => ({ dispose: () => undefined });
  readonly onLost = this.onStatus;

  async ask(name: string, params?: { readonly baseName: string }): Promise<unknown> {
    if (this.isBroken) throw new Error('no room');
    this.asked.push(name);
    if (params) this.names.push(params.baseName);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const summary = { files: ['/work/recordings/walk.csv'], rows: 5, bytes: 60 };
    const isOn = name === 'startRecording';
    this.status = { ...this.status, recording: isOn ? { name: 'on', ...summary } : { name: 'off' } };
    return summary;
  }
}

function make(): {
  readonly recordings: Recordings;
  readonly session: SlowSession;
  readonly memory: Map<string, unknown>;
} {
  const memory = new Map<string, unknown>();
  const context = {
    globalStorageUri: undefined,
    workspaceState: {
      get: (key: string) => memory.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void memory.set(key, value)),
    },
  };
  const session = new SlowSession();
  const services = { context, say: createWords(en, 'en').say } as unknown as Services;
  return { recordings: new Recordings(services, session as unknown as MonitorSession), session, memory };
}

beforeEach(() => {
  shown.splice(0);
  files.splice(0);
});

it('a recording has stopped when its files are complete, not when the person has answered', async () => {
  const { recordings } = make();
  await recordings.start();
  await recordings.stop();
  await expect.poll(() => shown).toEqual([expect.stringMatching(/^5 rows recorded.*walk\.csv/)]);
});

it('a second click before the first is through begins and ends nothing twice', async () => {
  const { recordings, session } = make();
  await Promise.all([recordings.start(), recordings.start()]);
  expect(session.asked).toEqual(['startRecording']);
  await Promise.all([recordings.stop(), recordings.stop()]);
  expect(session.asked).toEqual(['startRecording', 'stopRecording']);
  expect(shown).toHaveLength(1);
});

it('what fails does not keep the next one from beginning', async () => {
  const { recordings, session } = make();
  session.isBroken = true;
  await expect(recordings.start()).rejects.toThrow('no room');
  session.isBroken = false;
  await recordings.start();
  expect(session.status.recording.name).toBe('on');
});

it('two within one second have names of their own', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
  const { recordings, session } = make();
  for (let recording = 1; recording <= 3; recording++) {
    await recordings.start();
    await recordings.stop();
    files.push(`${String(session.names.at(-1))}.csv`);
  }
  vi.useRealTimers();
  const [first = ''] = session.names;
  expect(first).toMatch(/^recording-\d{8}-\d{6}$/);
  expect(session.names).toEqual([first, `${first}-2`, `${first}-3`]);
});

it('one that cannot begin leaves the note of an interrupted one, which is still to be offered', async () => {
  const { recordings, session, memory } = make();
  const note = { folder: 'file:///work/recordings', baseName: 'before', isParked: false };
  memory.set(recordingNoteKey, note);
  session.isBroken = true;
  await expect(recordings.start()).rejects.toThrow('no room');
  expect(memory.get(recordingNoteKey)).toEqual(note);
});

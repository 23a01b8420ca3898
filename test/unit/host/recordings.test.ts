import { beforeEach, expect, it, vi } from 'vitest';
import { en } from '../../../l10n/en/index';
import { createWords } from '../../../webview/shared/words';
import { idleStatus } from '../../../src/host/monitor/idleStatus';
import type { MonitorSession } from '../../../src/host/monitor/monitorSession';
import { Recordings } from '../../../src/host/monitor/recordings';
import type { Services } from '../../../src/host/services';

const shown: string[] = [];

vi.mock('vscode', () => {
  const uri = (path: string): object => ({ path, fsPath: path, scheme: 'file', toString: () => path });
  return {
    Uri: { file: uri, joinPath: ({ path }: { path: string }, name: string) => uri(`${path}/${name}`) },
    workspace: {
      isTrusted: true,
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
  readonly onStatus = (): { dispose(): void } => ({ dispose: () => undefined });
  readonly onLost = this.onStatus;

  async ask(name: string): Promise<unknown> {
    if (this.isBroken) throw new Error('no room');
    this.asked.push(name);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const summary = { files: ['/work/recordings/walk.csv'], rows: 5, bytes: 60 };
    const isOn = name === 'startRecording';
    this.status = { ...this.status, recording: isOn ? { name: 'on', ...summary } : { name: 'off' } };
    return summary;
  }
}

function make(): { readonly recordings: Recordings; readonly session: SlowSession } {
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
  return { recordings: new Recordings(services, session as unknown as MonitorSession), session };
}

beforeEach(() => void shown.splice(0));

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

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveRun } from '../../../src/host/liveRun';
import { sineProject } from '../../../src/core/project/sineProject';
import { reportProgress } from '../../../src/host/trainingProgress';
import type { Services } from '../../../src/host/services';

const shown: { readonly location: string; readonly messages: string[] }[] = [];

vi.mock('vscode', () => ({
  ProgressLocation: { Notification: 'notification', Window: 'window' },
  window: {
    withProgress: (
      { location }: { location: string },
      work: (progress: object, token: object) => unknown,
    ) => {
      const messages: string[] = [];
      shown.push({ location, messages });
      const progress = { report: ({ message }: { message: string }) => messages.push(message) };
      return work(progress, { onCancellationRequested: () => ({ dispose: () => undefined }) });
    },
  },
}));

const services = { say: ({ id }: { readonly id: string }) => id } as unknown as Services;
const { state } = LiveRun.start(1, 'builtin', sineProject);

/** Tells its state every 100 ms. */
async function train(lastsMs: number, report: (told: typeof state) => void): Promise<string> {
  for (let ms = 0; ms < lastsMs; ms += 100) {
    report(state);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 'trained';
}

beforeEach(() => {
  shown.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function shownFor(lastsMs: number, isPlayed: boolean): Promise<readonly string[]> {
  const done = reportProgress(
    services,
    () => undefined,
    (report) => train(lastsMs, report),
    isPlayed,
  );
  await vi.advanceTimersByTimeAsync(lastsMs + 10_000);
  await expect(done).resolves.toBe('trained');
  return shown.map(({ location, messages }) => `${location} ${messages.length > 0 ? 'told' : 'silent'}`);
}

describe('the progress of a training', () => {
  it('is a notification at once for who started it from the palette', async () => {
    await expect(shownFor(100, false)).resolves.toEqual(['notification told']);
  });

  it('is on the page alone for who plays there, unless it takes long', async () => {
    await expect(shownFor(4900, true)).resolves.toEqual([]);
    await expect(shownFor(8000, true)).resolves.toEqual(['window told']);
  });

  it('leaves what went wrong to the caller, also when it is shown', async () => {
    const fails = async (): Promise<never> => {
      await new Promise((resolve) => setTimeout(resolve, 6000));
      throw new Error('diverged');
    };
    const done = expect(reportProgress(services, () => undefined, fails, true)).rejects.toThrow('diverged');
    await vi.advanceTimersByTimeAsync(7000);
    await done;
  });
});

import { describe, expect, it } from 'vitest';
import { sineProject } from '../../../src/core/project/sineProject';
import { LiveRun } from '../../../src/host/liveRun';
import { TrainingFeed } from '../../../src/host/trainingFeed';
import { trainProject } from '../../../src/jobs/trainProject';
import type { TrainedProject, TrainingEvent } from '../../../src/protocol/trainingWorker';
import { TrainingService } from '../../../src/workers/trainingService';
import { TrainingRecord } from '../../../webview/training/trainingRecord';

const models = sineProject.models.map((model) => ({ ...model, epochs: 40 }));
const project = { ...sineProject, models };

async function trained(): Promise<{ readonly events: TrainingEvent[]; readonly reply: TrainedProject }> {
  const events: TrainingEvent[] = [];
  const onEvent = (event: TrainingEvent): void => void events.push(structuredClone(event));
  const trainer = new TrainingService();
  const reply = await trainProject(project, { engine: 'builtin', trainer, watched: true, onEvent });
  return { events, reply };
}

/** What a page of its own memory makes of what it is told. */
function pageOf(feed: TrainingFeed): {
  readonly record: TrainingRecord;
  readonly tell: (live: LiveRun) => string[];
} {
  const record = new TrainingRecord();
  const tell = (live: LiveRun): string[] =>
    feed.changes(live.state).map((event) => {
      record.take(structuredClone(event));
      return event.type;
    });
  return { record, tell };
}

describe('what the page of a training is told', () => {
  it('makes it know what the host knows, whenever it is told', async () => {
    const { events, reply } = await trained();
    for (const every of [1, 2, 3, 7, events.length]) {
      const feed = new TrainingFeed();
      const { record, tell } = pageOf(feed);
      const live = LiveRun.start(3, 'builtin', project);
      tell(live);
      for (const [index, event] of events.entries()) {
        live.apply(event);
        if (index % every !== 0) continue;
        tell(live);
        expect(record.state).toEqual(live.state);
      }
      live.change({ seconds: 1, phase: { name: 'finished', stopped: false } });
      tell(live);
      expect(record.state).toEqual(live.state);
      expect(record.state?.models).toEqual(reply.models);
      expect(tell(live)).toEqual([]);
    }
  });

  it('is not told a model again that has not changed', async () => {
    const { events } = await trained();
    const feed = new TrainingFeed();
    const { tell } = pageOf(feed);
    const live = LiveRun.start(3, 'builtin', project);
    expect(tell(live)).toEqual(['state']);
    for (const event of events) live.apply(event);
    expect(tell(live)).toEqual(['state']);
    live.change({ phase: { name: 'finished', stopped: false } });
    expect(feed.changes(live.state)).toEqual([
      { type: 'change', run: 3, change: { phase: { name: 'finished', stopped: false } }, models: [] },
    ]);
  });

  it('is everything for a page that comes later, and goes on from there', async () => {
    const { events } = await trained();
    const feed = new TrainingFeed();
    const live = LiveRun.start(3, 'builtin', project);
    feed.changes(live.state);
    const { record, tell } = pageOf(feed);
    const middle = Math.floor(events.length / 2);
    for (const [index, event] of events.entries()) {
      live.apply(event);
      if (index === middle) record.take(structuredClone(feed.whole(live.state)));
      else if (index < middle) feed.changes(live.state);
      else tell(live);
    }
    expect(record.state).toEqual(live.state);
  });
});

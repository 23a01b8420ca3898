import { describe, expect, it } from 'vitest';
import { builtinEngine } from '../../../src/core/nn/builtinEngine';
import type { EpochLog } from '../../../src/core/nn/engine';
import { sineProject } from '../../../src/core/project/sineProject';
import type { Project } from '../../../src/core/project/project';
import { historyFrom, LiveRun } from '../../../src/host/liveRun';
import { trainProject } from '../../../src/jobs/trainProject';
import type { Trainer } from '../../../src/jobs/trainer';
import type { TrainingEvent } from '../../../src/protocol/trainingWorker';

const shortProject: Project = {
  ...sineProject,
  models: sineProject.models.map((model) => ({ ...model, epochs: 6 })),
};

/** The engine without a worker; `stopAfter` is the epoch of each fit after which it is asked to stop. */
function trainer(onEpoch: (epoch: number) => void = () => undefined): Trainer {
  let stopped = false;
  return {
    async fit(request, onEpochs) {
      stopped = false;
      const result = await builtinEngine.fit(
        request.model,
        request.initialWeights,
        request.training,
        request.validation,
        request.options,
        {
          onEpochEnd: (log: EpochLog) => {
            onEpochs([log]);
            onEpoch(log.epoch);
          },
          shouldStop: () => stopped,
        },
      );
      return { ...result, engine: 'builtin', seconds: 1 };
    },
    stop: () => (stopped = true),
  };
}

describe('the state of a run', () => {
  it('has, after every event, exactly the epochs that were told, and at the end what the job returns', async () => {
    const live = LiveRun.start(4, 'builtin', sineProject);
    const told = [0, 0];
    const phases: string[] = [];
    const trained = await trainProject(shortProject, {
      engine: 'builtin',
      trainer: trainer(),
      onEvent: (event: TrainingEvent) => {
        live.apply(event);
        if (event.phase === 'epochs') told[event.model] = (told[event.model] ?? 0) + event.logs.length;
        if (phases.at(-1) !== live.state.phase.name) phases.push(live.state.phase.name);
        expect(live.state.models.map(({ history }) => history.val_mae.length)).toEqual(told);
      },
    });
    expect(phases).toEqual(['training', 'converting']);
    expect(live.state).toMatchObject({ run: 4, seed: 1, engine: 'builtin' });
    expect(live.state.models).toEqual(trained.models);
    expect(live.state.converted).toEqual(trained.converted);
    expect(live.state.device).toEqual(trained.device);
    expect(trained.stopped).toBe(false);
  });

  it('stays "stopping" until the files are made', async () => {
    const live = LiveRun.start(1, 'builtin', sineProject);
    const stop = new AbortController();
    const phases: string[] = [];
    const trained = await trainProject(shortProject, {
      engine: 'builtin',
      signal: stop.signal,
      trainer: trainer((epoch) => {
        if (epoch !== 3) return;
        stop.abort();
        live.stopping();
      }),
      onEvent: (event) => {
        live.apply(event);
        phases.push(live.state.phase.name);
      },
    });
    expect(phases.slice(phases.indexOf('stopping'))).not.toContain('training');
    expect(trained).toMatchObject({ stopped: true, convertedModel: 0 });
    expect(trained.models[0]).toMatchObject({ history: { loss: { length: 3 } }, result: { stopped: true } });
    expect(trained.models[1]).not.toHaveProperty('result');
    expect([...trained.files.keys()]).not.toContain('model_2_history.csv');
  });

  it('does not copy the epochs that it has for those that come', () => {
    const live = LiveRun.start(1, 'builtin', sineProject);
    const history = { loss: [], mae: [], val_loss: [], val_mae: [] };
    const model = { name: 'model_1', layers: [], parameters: 49, epochs: 1_000_000, history };
    const data = { x: new Float32Array(), y: new Float32Array(), trainEnd: 0, testEnd: 0 };
    live.apply({ phase: 'data', data, models: [model] });
    const kept = live.state.models[0]!.history;
    const logs = [{ epoch: 1, loss: 4, mae: 3, val_loss: 2, val_mae: 1 }];
    live.apply({ phase: 'epochs', model: 0, logs });
    expect(live.state.models[0]!.history).toBe(kept);
    expect(kept).toEqual({ loss: [4], mae: [3], val_loss: [2], val_mae: [1] });
    // What the job told is the job's.
    expect(history.loss).toEqual([]);
  });

  it('cuts a history into deltas that join again', () => {
    const history = { loss: [1, 2, 3], mae: [4, 5, 6], val_loss: [7, 8, 9], val_mae: [10, 11, 12] };
    for (let from = 0; from <= 3; from++) {
      const rest = historyFrom(history, from);
      for (const key of ['loss', 'mae', 'val_loss', 'val_mae'] as const) {
        expect([...history[key].slice(0, from), ...rest[key]]).toEqual(history[key]);
      }
    }
  });
});

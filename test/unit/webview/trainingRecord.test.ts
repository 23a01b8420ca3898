import { describe, expect, it } from 'vitest';
import type { History } from '../../../src/core/nn/engine';
import type { TrainingHostSide, TrainingState } from '../../../src/protocol/trainingPage';
import { TrainingRecord } from '../../../webview/training/trainingRecord';

const whole = Array.from({ length: 12 }, (_, index) => 1 / (index + 1));

function history(from: number, to: number): History {
  const part = whole.slice(from, to);
  return {
    loss: part,
    mae: part.map((v) => v * 2),
    val_loss: part.map((v) => v * 3),
    val_mae: part.map((v) => v * 4),
  };
}

function state(epochs: number, run = 7): TrainingHostSide['event'] {
  const model = { name: 'model_1', layers: [], parameters: 0, epochs: 12, history: history(0, epochs) };
  const given: TrainingState = {
    phase: { name: 'training', current: 0 },
    run,
    engine: 'builtin',
    seed: 1,
    models: [model],
    converted: [],
    files: { where: 'none' },
    runs: [],
  };
  return { type: 'state', state: given };
}

const epochs = (from: number, to: number, run = 7): TrainingHostSide['event'] => ({
  type: 'epochs',
  run,
  model: 0,
  from,
  logs: history(from, to),
});

const finished = (run: number): TrainingHostSide['event'] => ({
  type: 'change',
  run,
  change: { phase: { name: 'finished', stopped: false } },
  models: [{ model: 0, change: { parameters: 5 } }],
});

describe('TrainingRecord', () => {
  it('holds the same history however it was cut into a state and deltas', () => {
    for (let first = 0; first <= 12; first++) {
      for (let second = first; second <= 12; second++) {
        const record = new TrainingRecord();
        expect(record.take(state(first)).what).toBe('everything');
        expect(record.take(epochs(first, second))).toEqual({ what: 'model', model: 0 });
        expect(record.take(epochs(second, 12))).toEqual({ what: 'model', model: 0 });
        expect(record.state?.models[0]?.history).toEqual(history(0, 12));
      }
    }
  });

  it('asks once for everything when a delta does not fit, then goes on', () => {
    const record = new TrainingRecord();
    record.take(state(0));
    expect(record.take(epochs(1, 2)).what).toBe('gap');
    expect(record.take(epochs(2, 4)).what).toBe('nothing');
    record.take(state(4));
    expect(record.take(epochs(3, 5)).what).toBe('gap');
    record.take(state(6));
    expect(record.take(epochs(6, 7, 8)).what).toBe('gap');
    record.take(state(0, 8));
    expect(record.take(epochs(0, 3, 8)).what).toBe('model');
    expect(record.state?.models[0]?.history.loss).toEqual(whole.slice(0, 3));
  });

  it('takes what comes before everything does as a part of it', () => {
    const record = new TrainingRecord();
    expect(record.take(epochs(0, 2)).what).toBe('nothing');
    expect(record.take(finished(7)).what).toBe('nothing');
    expect(record.state).toBeUndefined();
  });

  it('takes changes of its own run, and asks for everything about another', () => {
    const record = new TrainingRecord();
    record.take(state(3));
    expect(record.take(finished(7)).what).toBe('everything');
    expect(record.state).toMatchObject({ phase: { name: 'finished' }, models: [{ parameters: 5 }] });
    expect(record.state?.models[0]?.history).toEqual(history(0, 3));
    expect(record.take(finished(8)).what).toBe('gap');
  });

  it('leaves the message that it was given as it was', () => {
    const record = new TrainingRecord();
    const first = state(2);
    record.take(first);
    record.take(epochs(2, 5));
    expect(first).toEqual(state(2));
  });
});

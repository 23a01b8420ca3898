import { describe, expect, it } from 'vitest';
import { fitMoment } from '../../../src/core/nn/fitSnapshots';
import { csvProject } from '../../../src/core/project/csvProject';
import { fitPoints } from '../../../src/core/project/fitPoints';
import { keptTraining, withTraining } from '../../../src/core/project/keptTraining';
import { layersText, projectChanges } from '../../../src/core/project/projectChanges';
import { playgroundProject } from '../../../src/core/project/playgroundProject';
import type { Project } from '../../../src/core/project/project';
import { mostKeptTrainings } from '../../../src/core/project/run';
import { drawRunData } from '../../../src/core/project/runData';
import { sineProject } from '../../../src/core/project/sineProject';
import { trainProject } from '../../../src/jobs/trainProject';
import { directTrainer } from '../report/directTrainer';

const csv = csvProject('data.csv', 'a,b,y\n1,2,3\n4,5,6\n7,8,9\n');
const withSeed = (seed: number): Project => ({
  ...sineProject,
  training: { ...sineProject.training, seed },
});

describe('values from the playground', () => {
  it('that are those of the original are the original itself, whatever they are called', () => {
    expect(playgroundProject(sineProject, structuredClone(sineProject), false)).toBe(sineProject);
    expect(playgroundProject(sineProject, { ...sineProject, name: 'else' }, false)).toBe(sineProject);
  });

  it('never bear the name of the tutorial when they differ from it, and keep the name of a file', () => {
    expect(playgroundProject(sineProject, withSeed(2), false)).toEqual({
      ...withSeed(2),
      name: 'sine_playground',
    });
    expect(playgroundProject(sineProject, withSeed(2), true).name).toBe('sine_model');
  });

  it('cannot change what data a project reads, nor its split', () => {
    const elsewhere = {
      ...csv,
      data: { ...csv.data, file: 'other.csv' },
      split: { train: 0.8, test: 0.1, validation: 0.1 },
    };
    expect(playgroundProject(csv, elsewhere, true)).toBe(csv);
    expect(() => playgroundProject(sineProject, csv, false)).toThrow('playground.otherData');
  });

  const optimizer = { ...sineProject.training.optimizer };
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'project'],
    [
      'a learning rate of 0',
      { ...sineProject, training: { ...sineProject.training, optimizer: { ...optimizer, learningRate: 0 } } },
    ],
    [
      'a learning rate of 1e9',
      {
        ...sineProject,
        training: { ...sineProject.training, optimizer: { ...optimizer, learningRate: 1e9 } },
      },
    ],
    ['no number', { ...sineProject, training: { ...sineProject.training, batchSize: NaN } }],
    [
      'no neurons',
      {
        ...sineProject,
        models: [
          {
            name: 'm',
            epochs: 1,
            layers: [
              { type: 'dense', units: 0, activation: 'relu' },
              { type: 'dense', units: 1, activation: 'linear' },
            ],
          },
        ],
      },
    ],
    ['no epochs', { ...sineProject, models: sineProject.models.map((model) => ({ ...model, epochs: 0 })) }],
    ['negative noise', { ...sineProject, data: { ...sineProject.data, noise: -1 } }],
  ])('are refused with a problem: %s', (_, wanted) => {
    expect(() => playgroundProject(sineProject, wanted, false)).toThrow(/^(nn|project)\./);
  });
});

describe('what was changed', () => {
  it('is nothing between equal projects, and one thing for each value that differs', () => {
    expect(projectChanges(sineProject, structuredClone(sineProject))).toEqual([]);
    const data = { source: 'sine', samples: 500, seed: 2, noise: 0.2 } as const;
    const training = {
      ...withSeed(9).training,
      batchSize: 8,
      optimizer: { name: 'sgd', learningRate: 0.01, momentum: 0 },
    } as const;
    const models = sineProject.models.map((model) => ({
      ...model,
      epochs: 5,
      layers: model.layers.slice(-1),
    }));
    const changes = projectChanges(sineProject, { ...sineProject, data, training, models });
    expect(changes).toHaveLength(3 + 4 + 2 * models.length);
    expect(new Set(changes.map(({ id, args }) => JSON.stringify([id, args]))).size).toBe(changes.length);
  });

  it('names layers as a project file does', () => {
    expect(sineProject.models.map(({ layers }) => layersText(layers))).toEqual([
      '16 relu, 1',
      '16 relu, 16 relu, 1',
    ]);
  });
});

describe('the runs that are kept', () => {
  const data = drawRunData(sineProject);
  const { inputs } = fitPoints(data);
  const epochs = Uint32Array.of(0, 1, 5000);
  const snapshots = { epochs, outputs: Float32Array.from({ length: 3 * inputs.length }, (_, at) => at) };
  const losses = Array.from({ length: 5000 }, (_, epoch) => 1 / (epoch + 1));
  const model = {
    name: 'model_1',
    layers: [],
    parameters: 49,
    epochs: 5000,
    history: { loss: losses, mae: losses, val_loss: losses, val_mae: losses },
    snapshots,
    result: { seconds: 1, stopped: false, bestEpoch: 5000, testMse: 0.1, testMae: 0.2, predictions: data.y },
  };
  const run = (number: number, project = sineProject) =>
    keptTraining(number, sineProject, project, { data, models: [model], converted: [], convertedModel: 0 });

  it('hold the last curve and a bounded part of the losses, the last one among them', () => {
    const [kept] = run(1).models;
    expect(kept?.fit.y).toEqual(fitMoment(snapshots, 2).outputs);
    expect(kept?.losses.epochs.length).toBeLessThanOrEqual(400);
    expect(kept?.losses.epochs.at(-1)).toBe(5000);
    kept?.losses.epochs.forEach((epoch, at) => {
      expect(kept.losses.validation[at]).toBe(Math.fround(losses[epoch - 1]!));
    });
  });

  it('know the size of the file of each model, and of the one that was converted its int8 size too', async () => {
    const project = { ...sineProject, models: sineProject.models.map((one) => ({ ...one, epochs: 3 })) };
    const trained = await trainProject(project, { engine: 'builtin', trainer: directTrainer() });
    // As while somebody watches.
    const models = trained.models.map((one) => ({ ...one, snapshots }));
    const [first, second] = keptTraining(1, project, project, { ...trained, models }).models;
    const bytesOf = (kind: string) => trained.converted.find((one) => one.kind === kind)?.bytes;
    expect([second?.floatBytes, second?.int8Bytes]).toEqual([bytesOf('float'), bytesOf('int8')]);
    // The first model as the only one of a project: its file is written.
    const alone = await trainProject(
      { ...project, models: project.models.slice(0, 1) },
      { engine: 'builtin', trainer: directTrainer() },
    );
    expect(first?.floatBytes).toBe(alone.files.get('sine_model.tflite')?.length);
    expect(first?.int8Bytes).toBeUndefined();
    // Too large to be kept: nothing is written for its size alone.
    const large = models.map(({ result, ...one }) => {
      const { seconds, stopped, bestEpoch, testMse, testMae, predictions } = result!;
      return { ...one, result: { seconds, stopped, bestEpoch, testMse, testMae, predictions } };
    });
    const kept = keptTraining(1, project, project, { ...trained, models: large }).models;
    expect(kept.map(({ floatBytes }) => floatBytes)).toEqual([undefined, bytesOf('float')]);
  });

  it('are the newest ten over the same kind of data', () => {
    let runs: ReturnType<typeof withTraining> = [];
    for (let number = 1; number <= 25; number++) runs = withTraining(runs, run(number));
    expect(runs.map((one) => one.run)).toEqual(Array.from({ length: mostKeptTrainings }, (_, at) => 16 + at));
    expect(withTraining(runs, run(26, csv)).map((one) => one.run)).toEqual([26]);
  });
});

describe('where a network is asked', () => {
  it('is evenly over the range of one input', () => {
    const data = drawRunData(sineProject);
    const { inputs, targets } = fitPoints(data);
    expect(targets).toBeUndefined();
    expect(inputs[0]).toBe(Math.min(...data.x));
    expect(inputs.at(-1)).toBeCloseTo(Math.max(...data.x), 5);
    expect(inputs.length).toBeGreaterThanOrEqual(100);
  });

  it('is at samples with their true values where there are several inputs', () => {
    const table = { rows: 3, inputs: Float64Array.of(1, 2, 4, 5, 7, 8), targets: Float64Array.of(3, 6, 9) };
    const data = drawRunData(csv, {
      ...table,
      inputs: Float32Array.from(table.inputs),
      targets: Float32Array.from(table.targets),
      lines: Uint32Array.of(2, 3, 4),
    });
    const { inputs, targets } = fitPoints(data);
    expect(targets).toEqual(data.y);
    expect(inputs).toEqual(data.table?.inputs);
  });
});

import { describe, expect, it } from 'vitest';
import { tutorialTable } from '../../../src/core/report/tutorialTable';
import type { TrainedProject } from '../../../src/protocol/trainingWorker';
import { kinds, train, type Kind } from './runs';
import { holds } from './truth';

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a row of the table must hold, from the run's own data and files. */
function expected({ data, models, files, converted }: TrainedProject): Readonly<Record<string, unknown>> {
  const { history, result } = models[0]!;
  const { y, clean, trainEnd, testEnd } = data;
  const test = [...y.slice(trainEnd, testEnd)];
  const errors = test.map((value, index) => value - result!.predictions[trainEnd + index]!);
  const mse = average(errors.map((error) => error ** 2));
  const noise = (from: number, to: number): number =>
    average([...y.slice(from, to)].map((value, index) => (value - clean![from + index]!) ** 2));
  const [training, validation] = [noise(0, trainEnd), noise(testEnd, y.length)];
  const error = (from: number, to: number): number =>
    average([...y.slice(from, to)].map((value, index) => (value - result!.predictions[from + index]!) ** 2));
  const [float = 0, quantized = 0, int8 = 0] = converted.map(({ path }) => files.get(path)!.length);
  const near = (value: number): unknown => expect.closeTo(value, 6);
  return {
    'report.got.losses': { loss: history.val_loss.at(-1), mae: history.val_mae.at(-1) },
    'report.got.errors': { mse: near(mse), mae: near(average(errors.map(Math.abs))) },
    'report.got.bothLosses': { training: history.loss.at(-1), validation: history.val_loss.at(-1) },
    'report.got.sizes': { float, quantized },
    'report.got.program': { array: 'mine_quantized.cc', bytes: quantized },
    'report.why.escaped': { first: history.loss[0], last: [...history.loss].sort((a, b) => a - b)[0] },
    'report.why.percent': { root: near(Math.sqrt(mse)), low: Math.min(...test), high: Math.max(...test) },
    'report.why.overfits': {
      ratio: expect.closeTo(error(testEnd, y.length) / error(0, trainEnd), 2) as unknown,
    },
    'report.why.noiseFloor': { noise: near(validation) },
    'report.why.splitNoise': { training: near(training), validation: near(validation) },
    'report.why.quantized': { bytes: int8, mse: converted[2]!.testMse },
    'report.why.sizes': { bytes: quantized, kilobytes: quantized / 1024, array: 'mine_quantized.cc' },
    'report.why.program': {},
  };
}

const rowsOf = ({ data, models, converted }: TrainedProject) =>
  tutorialTable({ project: 'mine', data, models, converted });

const escaping: Kind = {
  seed: 6,
  epochs: 500,
  training: { optimizer: { name: 'adam', learningRate: 0.005, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } },
};

describe('what the tutorial says, and what this run got', () => {
  it.each([
    ['a first model that got stuck', kinds['seed 1']!, 7],
    ['a first model that escaped', escaping, 7],
    ['a second model', kinds['two layers, seed 1']!, 5],
    ['another model', kinds['one neuron']!, 3],
  ])('is true of %s', async (_, kind, rows) => {
    const trained = await train(kind);
    const table = rowsOf(trained);
    expect(table).toHaveLength(rows);
    const known = expected(trained);
    for (const said of table.flatMap(({ got, why }) => [got, ...why])) {
      if (said.id in known) expect(said.args, said.id).toEqual(known[said.id]);
      // Of the converter: told by the tests of its files.
      else if (!said.id.startsWith('quantize.')) holds(said, trained);
    }
  });

  it('tells why a first model is where it is: stuck, or escaped', async () => {
    const whyOf = async (kind: Kind): Promise<readonly string[]> =>
      rowsOf(await train(kind))[0]!.why.map(({ id }) => id);
    expect(await whyOf(escaping)).toEqual(['report.why.escaped']);
    expect(await whyOf({ seed: 1, epochs: 600 })).toContain('report.stuck');
  });

  it('says nothing of noise that is not there, and not that a stuck start escaped', async () => {
    const said = async (kind: Kind): Promise<readonly string[]> =>
      rowsOf(await train(kind)).flatMap(({ why }) => why.map(({ id }) => id));
    const stuck = await said(kinds['no noise, stuck']!);
    expect(stuck).toContain('report.stuck');
    expect(stuck).not.toContain('report.why.escaped');
    const second = await said(kinds['no noise, two layers']!);
    expect(second).toContain('report.why.noNoise');
    for (const id of ['report.why.noiseFloor', 'report.why.splitNoise'])
      expect([...stuck, ...second]).not.toContain(id);
  });

  it('compares squared errors with squared errors only', async () => {
    const absolute = await train({ ...kinds['seed 1']!, epochs: 20, training: { loss: 'mae' } });
    expect(rowsOf(absolute).map(({ says }) => says.id)).not.toContain('report.says.firstModel');
  });

  it('is empty beside data that the tutorial does not have', async () => {
    expect(rowsOf(await train({ ...kinds['a file: a line']!, epochs: 5 }))).toEqual([]);
  });
});

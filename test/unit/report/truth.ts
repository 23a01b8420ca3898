/** Whether a sentence is true of a run, by sums of the test's own: over the run's data, its history and its files. */
import { expect } from 'vitest';
import { readModel } from '../../../src/core/tflite/read';
import type { TrainedProject } from '../../../src/protocol/trainingWorker';
import type { Sentence } from '../../../l10n/sentences';

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const sorted = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]): number => {
  const inOrder = sorted(values);
  const half = inOrder.length / 2;
  return average(inOrder.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
};

/** Asserts what the sentence says. Throws for one that has no calculation here. */
export function holds({ id, args }: Sentence, run: TrainedProject): void {
  const { data, models, files } = run;
  const { history, result } = models[0]!;
  const { x, y, clean, table, trainEnd, testEnd } = data;
  const squares = (a: Float32Array, from: number, to: number): number =>
    average([...y.slice(from, to)].map((value, index) => (value - a[from + index]!) ** 2));
  const train = squares(result!.predictions, 0, trainEnd);
  const validation = squares(result!.predictions, testEnd, y.length);
  const [trainNoise, validationNoise] = clean
    ? [squares(clean, 0, trainEnd), squares(clean, testEnd, y.length)]
    : [NaN, NaN];
  const spreadOf = (values: readonly number[]): number => {
    const middle = average(values);
    return average(values.map((value) => (value - middle) ** 2));
  };
  const spread = spreadOf([...y.slice(0, trainEnd)]);
  const curve = clean && [...clean.slice(0, trainEnd)];
  /** Share of the noiseless curve that it has not found; of the data where nobody knows the curve. */
  const unlearned = curve
    ? average(curve.map((value, index) => (value - result!.predictions[index]!) ** 2)) / spreadOf(curve)
    : train / spread;
  const validating = y.length - testEnd;
  /** A mean of n squares has a standard deviation of √(2/n); five of them are no chance. */
  const chance = 1 + 5 / Math.sqrt(validating / 2);
  const near = (key: string, value: number, tolerance = 1e-6): void => {
    expect(Math.abs(Number(args[key]) - value), `${id} ${key}`).toBeLessThanOrEqual(
      tolerance * Math.abs(value) + 1e-12,
    );
  };
  const nearAll = (values: Readonly<Record<string, number>>): void => {
    for (const [key, value] of Object.entries(values)) near(key, value);
  };
  const losses = history.val_loss;
  const [best = NaN] = sorted(losses);
  const onTest = (predictions: Float32Array): number =>
    average([...predictions].map((value, index) => (value - y[trainEnd + index]!) ** 2));
  const file = (kind: string) => run.converted.find((one) => one.kind === kind)!;
  const byteCount = (kind: string): number => files.get(file(kind).path)!.length;
  const ratio = onTest(file('int8').predictions) / onTest(file('float').predictions);
  const int8Errors = (): void => {
    near('int8', onTest(file('int8').predictions), 1e-5);
    near('float', onTest(file('float').predictions), 1e-5);
  };
  const [trainTimes, validationTimes] = [train / trainNoise, validation / validationNoise];

  switch (id) {
    case 'training.verdict.plain':
    case 'training.verdict.noNoise':
    case 'training.verdict.learnedNothing':
      nearAll({ train, validation, mean: spread });
      if (id === 'training.verdict.noNoise') expect(trainNoise).toBe(0);
      if (id === 'training.verdict.plain') expect(clean).toBeUndefined();
      if (id === 'training.verdict.learnedNothing') {
        expect(train).toBeGreaterThanOrEqual(0.95 * spread);
        expect(unlearned).toBeGreaterThanOrEqual(0.95);
      } else if (spread > 0) {
        expect(unlearned).toBeLessThan(0.95);
        expect(validation).toBeLessThanOrEqual(Math.max(2, chance) * train);
      }
      break;
    case 'training.verdict.overfitsPlain':
      expect(spread).toBeGreaterThan(0);
      expect(validation).toBeGreaterThan(Math.max(2, chance) * train);
      near('times', validation / train, 0.05 / 2);
      break;
    case 'training.verdict.nearNoise':
    case 'training.verdict.closeToNoise':
    case 'training.verdict.underfits':
    case 'training.verdict.overfits': {
      nearAll({ train, validation });
      expect(Math.abs(Number(args.trainTimes) - trainTimes)).toBeLessThanOrEqual(0.0501);
      expect(Math.abs(Number(args.validationTimes) - validationTimes)).toBeLessThanOrEqual(0.0501);
      const worst = Math.max(trainTimes, validationTimes);
      // It has learned of the curve, and what is more than noise is far more where it did not learn, beyond chance.
      expect(unlearned).toBeLessThan(0.95);
      const far = Math.max(1.5, chance);
      const [aboveInTraining, above] = [train - trainNoise, validation - validationNoise];
      const isWorse = validation > far * validationNoise && above > far * Math.max(aboveInTraining, 0);
      expect(isWorse).toBe(id === 'training.verdict.overfits');
      if (id === 'training.verdict.nearNoise') expect(worst).toBeLessThanOrEqual(1.25);
      if (id === 'training.verdict.closeToNoise') expect(worst).toBeGreaterThan(1.25);
      if (id === 'training.verdict.underfits') expect(trainTimes).toBeGreaterThan(1.5);
      break;
    }
    case 'report.fewEpochs':
      expect(history.loss.length).toBeLessThan(10);
      near('epochs', history.loss.length);
      break;
    case 'report.fewValidate':
      expect(args.count).toBe(validating);
      expect(validating).toBeLessThan(30);
      break;
    case 'report.stuck':
    case 'report.onlyLinear':
    case 'report.stillLearning': {
      const half = Math.floor(history.loss.length / 2);
      const [firstBest = NaN] = sorted(history.loss.slice(0, half));
      const [allBest = NaN] = sorted(history.loss);
      nearAll({ before: firstBest, after: allBest, epochs: history.loss.length });
      if (id === 'report.stillLearning') expect(allBest).toBeLessThan(0.95 * firstBest);
      else expect(allBest).toBeGreaterThanOrEqual(0.95 * firstBest);
      if (id === 'report.onlyLinear') isLine(x, result!.predictions);
      break;
    }
    case 'report.bendsInside':
    case 'report.bendsFirst':
    case 'report.bendsOutside': {
      const bends = bendsInFile(files.get('sine_model.tflite')!);
      const [low = NaN, high = NaN] = [sorted(x)[0], sorted(x).at(-1)];
      const inside = sorted(bends.filter((at) => at > low && at < high));
      nearAll({ units: bends.length, low, high });
      if (id === 'report.bendsOutside') expect(inside).toEqual([]);
      else {
        near('inside', inside.length);
        const places = String(args.places).split(', ').map(Number);
        expect(places).toHaveLength(inside.length);
        places.forEach((place, index) =>
          expect(Math.abs(place - inside[index]!)).toBeLessThan((high - low) / 100),
        );
        // The tests' networks are of one kind of neuron: with two layers of it, the second bends, too.
        expect(models[0]!.layers.length > 2).toBe(id === 'report.bendsFirst');
      }
      break;
    }
    case 'report.enoughEpochs': {
      const epoch = Number(args.epoch);
      nearAll({ loss: losses[epoch - 1]!, best, epochs: losses.length });
      expect(losses[Number(args.bestEpoch) - 1]).toBe(best);
      expect(epoch).toBeLessThanOrEqual(0.8 * losses.length);
      for (const later of losses.slice(epoch))
        expect(1 - later / losses[epoch - 1]!).toBeLessThanOrEqual(0.02);
      expect(epoch).toBeLessThan(Number(args.bestEpoch));
      expect(losses.slice(0, epoch - 1).every((earlier) => earlier > 1.02 * best)).toBe(true);
      break;
    }
    case 'report.bestEpoch':
      near('loss', best);
      expect(losses[Number(args.epoch) - 1]).toBe(best);
      expect(Number(args.epoch)).toBeLessThanOrEqual(0.8 * losses.length);
      break;
    case 'report.validationRises': {
      const last = Math.max(5, Math.floor(losses.length / 10));
      const at = losses.indexOf(best);
      expect(at).toBeLessThan(losses.length - last);
      const [end, trainingEnd] = [median(losses.slice(-last)), median(history.loss.slice(-last))];
      nearAll({ bestEpoch: at + 1, best, last, end, trainingThen: history.loss[at]!, trainingEnd });
      expect(end).toBeGreaterThan(1.2 * best);
      expect(trainingEnd).toBeLessThan(history.loss[at]!);
      break;
    }
    case 'report.validationBelow':
      expect(validation).toBeLessThan(train);
      expect(validationNoise).toBeLessThan(trainNoise);
      nearAll({ training: train, validation, trainingNoise: trainNoise, validationNoise });
      break;
    case 'report.validationQuieter':
    case 'report.validationNoisier':
      nearAll({ training: trainNoise, validation: validationNoise });
      near('percent', 100 * Math.abs(validationNoise / trainNoise - 1), 0.1);
      expect(validationNoise > trainNoise).toBe(id === 'report.validationNoisier');
      break;
    case 'report.units': {
      const test = [...y.slice(trainEnd, testEnd)];
      const errors = test.map((value, index) => value - result!.predictions[trainEnd + index]!);
      const mse = average(errors.map((error) => error ** 2));
      nearAll({ mse, root: Math.sqrt(mse), mae: average(errors.map(Math.abs)) });
      nearAll({ low: sorted(test)[0]!, high: sorted(test).at(-1)! });
      expect(args.y).toBe(table ? 'out' : 'y');
      break;
    }
    case 'report.quantizedSame':
    case 'report.quantizedDiffers': {
      const [float, quantized] = [file('float').predictions, file('quantized').predictions];
      const differences = [...float].map((value, index) => Math.abs(value - quantized[index]!));
      nearAll({ count: testEnd - trainEnd, bytes: byteCount('quantized'), float: byteCount('float') });
      const codes = readModel(files.get(file('quantized').path)!).subgraphs[0]!.tensors.filter(
        ({ type }) => type !== 'FLOAT32',
      );
      if (id === 'report.quantizedSame') {
        expect(differences.every((difference) => difference === 0)).toBe(true);
        expect(codes).toEqual([]);
      } else {
        near('difference', sorted(differences).at(-1)!);
        expect(codes.length).toBeGreaterThan(0);
      }
      break;
    }
    case 'report.int8Same':
      int8Errors();
      expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(0.0501);
      break;
    case 'report.int8CostsMuch':
      int8Errors();
      expect(ratio).toBeGreaterThan(11);
      break;
    case 'report.int8Costs':
    case 'report.int8Better':
      int8Errors();
      expect(id === 'report.int8Costs' ? ratio : 1 / ratio).toBeGreaterThan(1.0499);
      expect(Math.abs(Number(args.percent) - 100 * Math.abs(ratio - 1))).toBeLessThanOrEqual(0.51);
      break;
    case 'report.int8Worse': {
      int8Errors();
      expect(ratio).toBeGreaterThan(2);
      const width = table!.inputNames.length;
      const columns = table!.inputNames.map((_, column) =>
        sorted([...table!.inputs].filter((_value, at) => at % width === column)),
      );
      const spans = columns.map((values) => values.at(-1)! - values[0]!);
      const all = sorted([0, ...columns.flat()]);
      const narrow = spans.indexOf(sorted(spans)[0]!);
      expect(args.column).toBe(table!.inputNames[narrow]);
      const steps = (255 * spans[narrow]!) / (all.at(-1)! - all[0]!);
      expect(Math.abs(Number(args.steps) - Math.max(1, steps))).toBeLessThanOrEqual(0.5);
      // Few enough to be what costs accuracy.
      expect(steps).toBeLessThan(256 / 4);
      break;
    }
    case 'report.int8Smaller':
    case 'report.int8NotSmaller': {
      const share = byteCount('int8') / byteCount('float');
      nearAll({ int8: byteCount('int8'), float: byteCount('float') });
      expect(share < 1).toBe(id === 'report.int8Smaller');
      expect(Math.abs(Number(args.percent) - 100 * Math.abs(share - 1))).toBeLessThanOrEqual(0.51);
      break;
    }
    default:
      throw new Error(`No calculation for ${id}`);
  }
}

function isLine(x: Float32Array, y: Float32Array): void {
  const [low, high] = [x.indexOf(sorted(x)[0]!), x.indexOf(sorted(x).at(-1)!)];
  const slope = (y[high]! - y[low]!) / (x[high]! - x[low]!);
  x.forEach((at, index) => expect(Math.abs(y[index]! - y[low]! - slope * (at - x[low]!))).toBeLessThan(1e-5));
}

/** From the weights that were written, not from those that were trained. */
function bendsInFile(bytes: Uint8Array): number[] {
  const model = readModel(bytes);
  const [{ tensors, operators }] = model.subgraphs as [(typeof model.subgraphs)[number]];
  const [, weights, bias] = operators[0]!.inputs.map((index) => {
    const buffer = model.buffers[tensors[index]!.buffer]!;
    return buffer.length === 0 ? [] : [...new Float32Array(buffer.slice().buffer)];
  });
  return weights!.map((weight, neuron) => Math.fround(-bias![neuron]! / weight));
}

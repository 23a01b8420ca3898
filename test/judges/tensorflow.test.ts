import { expect, it } from 'vitest';
import { int8Model } from '../../src/core/quantize/int8Model';
import { floatModel } from '../../src/core/quantize/floatModel';
import type { Model } from '../../src/core/tflite/model';
import { sampleNetwork, type SampleNetwork } from '../unit/quantize/sampleNetwork';
import { askPython, describePython } from './python';
import { conversions, judgedInputs, ourOutputs, trainedSine, withFiles } from './tflmModels';

interface TensorFlowAnswer {
  readonly outputs: readonly (readonly number[])[];
  readonly input: { readonly type: string; readonly scale: number; readonly zeroPoint: number };
  readonly output: { readonly type: string; readonly scale: number; readonly zeroPoint: number };
}

describePython('TensorFlow', () => {
  it('loads all our files, reads their quantization as we do, and agrees on floats within 1e-6', async () => {
    const networks = [sampleNetwork(1, 1, [16, 1]), sampleNetwork(2, 1, [16, 16, 1]), await trainedSine()];
    const models = networks.flatMap(conversions);
    const answers = withFiles(
      models,
      judgedInputs,
      (questions) => askPython('tensorflowRun.py', questions) as readonly TensorFlowAnswer[],
    );
    expect(answers).toHaveLength(models.length);
    models.forEach(({ name, kind, model }, i) => {
      const answer = answers[i];
      const [subgraph] = model.subgraphs;
      for (const side of ['input', 'output'] as const) {
        const tensor = subgraph?.tensors[subgraph[`${side}s`][0] ?? -1];
        expect(answer?.[side], `${name}, ${side}`).toEqual({
          type: tensor?.type.toLowerCase(),
          scale: tensor?.quantization?.scale[0] ?? 0,
          zeroPoint: tensor?.quantization?.zeroPoint[0] ?? 0,
        });
      }
      expect(answer?.outputs, name).toHaveLength(256);
      // Not int8: TensorFlow requantizes in floating point, unlike the device. TensorFlow Lite Micro judges that.
      if (kind === 'int8') return;
      ourOutputs(model, judgedInputs(kind)).forEach((values, row) => {
        const difference = Math.abs((values[0] ?? NaN) - (answer?.outputs[row]?.[0] ?? NaN));
        expect(difference, `${name}, input ${String(row)}`).toBeLessThanOrEqual(1e-6);
      });
    });
  });

  interface ConvertedTensor {
    readonly scale: readonly number[];
    readonly zeroPoint: readonly number[];
    readonly data: readonly number[] | null;
  }

  it('chooses the scales, zero points, weights and biases that we choose', async () => {
    const networks = [sampleNetwork(1, 1, [16, 1]), sampleNetwork(2, 3, [16, 16, 2]), await trainedSine()];
    const cases = networks.flatMap((network) => [
      { network, dense: 'per-tensor' as const },
      { network, dense: 'per-channel' as const },
    ]);
    const answers = askPython(
      'tensorflowConvert.py',
      cases.map(({ network, dense }) => conversionQuestion(network, dense === 'per-tensor')),
    ) as readonly (readonly ConvertedTensor[])[];

    cases.forEach(({ network, dense }, i) => {
      const label = `${network.description.name}, ${dense}`;
      const ours = int8Model(floatModel(network.description, network.weights), [network.inputs], { dense });
      const tensors = ours.subgraphs[0]?.tensors ?? [];
      expect(answers[i], label).toHaveLength(tensors.length);
      tensors.forEach((tensor, t) => {
        const theirs = answers[i]?.[t];
        const where = `${label}, tensor ${String(t)}`;
        expect(tensor.quantization?.zeroPoint, where).toEqual(theirs?.zeroPoint);
        expect(tensor.quantization?.scale, where).toHaveLength(theirs?.scale.length ?? NaN);
        tensor.quantization?.scale.forEach((scale, channel) => {
          const ratio = scale / (theirs?.scale[channel] ?? NaN);
          // TensorFlow calibrates on optimised kernels, which sum in another order: a few units of the last place.
          expect(Math.abs(ratio - 1), where).toBeLessThan(4e-7);
        });
        const codes = codesOf(ours, tensor.buffer, tensor.type);
        codes?.forEach((code, c) => {
          // A bias is divided by a scale that carries that difference: up to 4e-7 of a code, and its rounding.
          const slack = tensor.type === 'INT32' ? Math.ceil(Math.abs(code) * 4e-7) : 0;
          expect(Math.abs(code - (theirs?.data?.[c] ?? NaN)), where).toBeLessThanOrEqual(slack);
        });
        expect(codes === undefined, where).toBe(theirs?.data === null);
      });
    });
  });
});

function conversionQuestion({ description, weights, inputs }: SampleNetwork, perTensor: boolean): unknown {
  const { inputSize, layers } = description;
  return {
    inputSize,
    perTensor,
    layers: layers.map(({ units, activation }, i) => ({
      units,
      activation,
      kernel: Array.from(weights[i]?.kernel ?? []),
      bias: Array.from(weights[i]?.bias ?? []),
    })),
    rows: Array.from({ length: inputs.length / inputSize }, (_, row) =>
      Array.from(inputs.subarray(row * inputSize, (row + 1) * inputSize)),
    ),
  };
}

function codesOf(model: Model, buffer: number, type: string): readonly number[] | undefined {
  const bytes = model.buffers[buffer];
  if (!bytes || bytes.length === 0) return undefined;
  const copy = bytes.slice().buffer;
  return Array.from(type === 'INT32' ? new Int32Array(copy) : new Int8Array(copy));
}

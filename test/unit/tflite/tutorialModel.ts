/** The tutorial's network, 1-16-16-1 with relu, with weights that mean nothing: what its files cost in bytes. */
import type { Model, Operator, Tensor } from '../../../src/core/tflite/model';

const widths = [1, 16, 16, 1] as const;

export interface TutorialOptions {
  readonly type: 'FLOAT32' | 'INT8';
  readonly named: boolean;
}

export function tutorialModel({ type, named }: TutorialOptions): Model {
  const buffers: Uint8Array[] = [new Uint8Array(0)];
  const tensors: Tensor[] = [];
  const operators: Operator[] = [];
  const constant = (bytes: number): number =>
    buffers.push(Uint8Array.from({ length: bytes }, (_, index) => (index * 37 + buffers.length * 11) % 251)) -
    1;
  const add = (
    name: string,
    shape: readonly number[],
    tensorType: Tensor['type'],
    buffer: number,
    scale: number,
  ): number =>
    tensors.push({
      name: named ? name : '',
      type: tensorType,
      shape,
      buffer,
      ...(type === 'INT8'
        ? {
            quantization: {
              scale: Float32Array.of(scale),
              zeroPoint: [buffer === 0 ? -128 : 0],
              quantizedDimension: 0,
            },
          }
        : {}),
      isVariable: false,
    }) - 1;

  let previous = add('x', [1, 1], type, 0, 0.025);
  const input = previous;
  for (const [layer, units] of widths.slice(1).entries()) {
    const inputs = widths[layer] ?? 1;
    const elementBytes = type === 'INT8' ? 1 : 4;
    const inputScale = 0.025 + 0.01 * layer;
    const weightScale = 0.002 + 0.001 * layer;
    const weights = add(
      `w${layer}`,
      [units, inputs],
      type,
      constant(units * inputs * elementBytes),
      weightScale,
    );
    const bias = add(
      `b${layer}`,
      [units],
      type === 'INT8' ? 'INT32' : type,
      constant(units * 4),
      inputScale * weightScale,
    );
    const output = add(`h${layer}`, [1, units], type, 0, inputScale + 0.01);
    operators.push({
      name: 'FULLY_CONNECTED',
      version: type === 'INT8' ? 4 : 1,
      inputs: [previous, weights, bias],
      outputs: [output],
      options: {
        table: 'FullyConnectedOptions',
        values: {
          fused_activation_function: layer < 2 ? 'RELU' : 'NONE',
          weights_format: 'DEFAULT',
          keep_num_dims: false,
          asymmetric_quantize_inputs: false,
          quantized_bias_type: 'FLOAT32',
        },
      },
    });
    previous = output;
  }
  return {
    version: 3,
    description: '',
    subgraphs: [{ name: '', tensors, inputs: [input], outputs: [previous], operators }],
    buffers,
    metadata: [],
    signatures: [],
  };
}

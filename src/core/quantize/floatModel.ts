/** From a trained network to a float `.tflite`: one FULLY_CONNECTED per dense layer, its activation fused. */
import type { ModelDescription, ModelWeights } from '../nn/model';
import type { Model, Operator, Tensor } from '../tflite/model';
import { ConstantPool } from './constantPool';

/**
 * Static shapes with a batch of 1, since a microcontroller computes one sample at a time and a dynamic batch would drag
 * in operators that nothing needs. Tensors have no names and there is no metadata: nobody on a board reads them.
 *
 * @param weights kernels [inputs, units] as in Keras; FULLY_CONNECTED wants [units, inputs], so they are transposed.
 */
export function floatModel(description: ModelDescription, weights: ModelWeights): Model {
  const constants = new ConstantPool();
  const tensors: Tensor[] = [activation(description.inputSize)];
  const operators: Operator[] = [];
  let inputs = description.inputSize;

  description.layers.forEach((layer, index) => {
    const layerWeights = weights[index];
    if (!layerWeights) throw new Error(`Layer ${String(index)} of ${description.name} has no weights`);
    const { kernel, bias } = layerWeights;
    const { units } = layer;
    if (kernel.length !== inputs * units || bias.length !== units) {
      throw new Error(`The weights of layer ${String(index)} of ${description.name} do not have its shape`);
    }
    const input = tensors.length - 1;
    const first = tensors.length;
    tensors.push(
      constant([units, inputs], constants.add(transposed(kernel, inputs, units))),
      constant([units], constants.add(bias)),
      activation(units),
    );
    operators.push({
      name: 'FULLY_CONNECTED',
      version: 1,
      inputs: [input, first, first + 1],
      outputs: [first + 2],
      options: {
        table: 'FullyConnectedOptions',
        values: { fused_activation_function: layer.activation === 'relu' ? 'RELU' : 'NONE' },
      },
    });
    inputs = units;
  });

  const subgraph = { name: '', tensors, inputs: [0], outputs: [tensors.length - 1], operators };
  return {
    version: 3,
    description: '',
    subgraphs: [subgraph],
    buffers: constants.buffers,
    metadata: [],
    signatures: [],
  };
}

function activation(size: number): Tensor {
  return { name: '', type: 'FLOAT32', shape: [1, size], buffer: 0, isVariable: false };
}

function constant(shape: readonly number[], buffer: number): Tensor {
  return { name: '', type: 'FLOAT32', shape, buffer, isVariable: false };
}

function transposed(kernel: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from({ length: rows * columns }, (_, i) => {
    const column = Math.floor(i / rows);
    const row = i % rows;
    return kernel[row * columns + column] ?? 0;
  });
}

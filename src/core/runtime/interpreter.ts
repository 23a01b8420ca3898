/**
 * Runs a model as TensorFlow Lite Micro's reference kernels would, bit for bit on integers: everything is checked,
 * planned and allocated once, then `invoke` only computes.
 */
import { problem } from '../problem';
import type { Model, Operator } from '../tflite/model';
import { OperatorContext, type Invoke } from './operatorContext';
import { operatorKernels } from './operators/index';
import { makeRuntimeTensor, type RuntimeTensor } from './runtimeTensor';

export class Interpreter {
  /** All tensors of the model's first subgraph, in the file's order; their `data` holds the latest values. */
  readonly tensors: readonly RuntimeTensor[];
  readonly inputs: readonly RuntimeTensor[];
  readonly outputs: readonly RuntimeTensor[];
  private readonly steps: readonly Invoke[];

  /** @throws Problem naming the operator or tensor, if the model holds something that we do not compute. */
  constructor(model: Model) {
    const [subgraph] = model.subgraphs;
    if (!subgraph) throw problem('runtime.noSubgraph');
    // First, since a type that only an unknown operator uses is better told as that operator.
    subgraph.operators.forEach(requireKernel);
    this.tensors = subgraph.tensors.map((tensor, index) => makeRuntimeTensor(model, tensor, index));
    this.steps = subgraph.operators.map((operator, index) => {
      const kernel = requireKernel(operator, index);
      return kernel.prepare(new OperatorContext(index, operator, this.tensors));
    });
    this.inputs = subgraph.inputs.map((index) => this.modelTensor(index));
    this.outputs = subgraph.outputs.map((index) => this.modelTensor(index));
  }

  /** Computes `outputs` from the values that stand in `inputs`. */
  invoke(): void {
    for (const step of this.steps) step();
  }

  /**
   * One inference on raw tensor values (codes, where the tensor is quantized): one flat array per model input, and
   * per model output in return.
   * @throws Problem if the arrays do not fit the inputs.
   */
  runRaw(inputs: readonly (readonly number[])[]): number[][] {
    if (inputs.length !== this.inputs.length) {
      throw problem('runtime.wrongInputCount', { expected: this.inputs.length, actual: inputs.length });
    }
    this.inputs.forEach((tensor, position) => {
      setRaw(tensor, position, inputs[position] ?? []);
    });
    this.invoke();
    return this.outputs.map((tensor) => Array.from(tensor.data));
  }

  private modelTensor(index: number): RuntimeTensor {
    const tensor = this.tensors[index];
    if (!tensor) throw problem('runtime.missingModelTensor', { tensor: index, tensors: this.tensors.length });
    return tensor;
  }
}

function requireKernel(
  operator: Operator,
  index: number,
): NonNullable<ReturnType<typeof operatorKernels.get>> {
  const kernel = operatorKernels.get(operator.name);
  if (!kernel) {
    const name =
      operator.customCode === undefined ? operator.name : `${operator.name} ${operator.customCode}`;
    const supported = [...operatorKernels.keys()].join(', ');
    throw problem('runtime.unsupportedOperator', { index, operator: name, supported });
  }
  return kernel;
}

const integerRanges = {
  INT8: [-128, 127],
  UINT8: [0, 255],
  INT16: [-32768, 32767],
  INT32: [-(2 ** 31), 2 ** 31 - 1],
} as const;

function setRaw(tensor: RuntimeTensor, position: number, values: readonly number[]): void {
  const { data, type } = tensor;
  if (values.length !== data.length) {
    throw problem('runtime.wrongInputLength', {
      input: position,
      expected: data.length,
      actual: values.length,
    });
  }
  if (type !== 'FLOAT32') {
    const [minimum, maximum] = integerRanges[type];
    const wrong = values.findIndex((value) => !Number.isInteger(value) || value < minimum || value > maximum);
    if (wrong >= 0) {
      const value = String(values[wrong]);
      throw problem('runtime.inputNotACode', {
        input: position,
        position: wrong,
        value,
        type,
        minimum,
        maximum,
      });
    }
  }
  data.set(values);
}

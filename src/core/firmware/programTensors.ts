import { problem } from '../problem';
import { elementCount, type Model, type Tensor } from '../tflite/model';

/** The two tensors that the example program uses, and how it feeds and reads them. */
export interface ProgramTensors {
  readonly input: ProgramTensor;
  readonly output: ProgramTensor;
}

export type ProgramTensor =
  | { readonly type: 'FLOAT32' }
  | { readonly type: 'INT8'; readonly scale: number; readonly zeroPoint: number };

/** @throws Problem if the model does not map `inputValues` float or int8 values to one */
export function programTensors(model: Model, inputValues = 1): ProgramTensors {
  const [subgraph] = model.subgraphs;
  const tensorsAt = (indices: readonly number[] = []): Tensor[] =>
    indices.flatMap((index) => subgraph?.tensors[index] ?? []);
  const valuesIn = (tensors: readonly Tensor[]): number =>
    tensors.reduce((sum, tensor) => sum + elementCount(tensor.shape), 0);

  const inputs = tensorsAt(subgraph?.inputs);
  const outputs = tensorsAt(subgraph?.outputs);
  const [input, output] = [inputs[0], outputs[0]];
  if (!input || !output || inputs.length > 1 || valuesIn(inputs) !== inputValues || valuesIn(outputs) !== 1) {
    throw problem('firmware.notOneValue', { inputs: valuesIn(inputs), outputs: valuesIn(outputs) });
  }
  const fed = programTensor(input);
  const read = programTensor(output);
  if (!fed || !read) throw problem('firmware.unsupportedType', { input: input.type, output: output.type });
  return { input: fed, output: read };
}

function programTensor({ type, quantization }: Tensor): ProgramTensor | undefined {
  const scale = quantization?.scale[0];
  if (type === 'FLOAT32') return { type };
  if (type !== 'INT8' || scale === undefined) return undefined;
  return { type, scale, zeroPoint: quantization?.zeroPoint[0] ?? 0 };
}

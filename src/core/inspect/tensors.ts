import { packedBytes } from '../check/elementBytes';
import type { Model, Subgraph } from '../tflite/model';
import { constantBytes } from './operators';

/** What a tensor is to its subgraph. */
export type TensorRole = 'input' | 'output' | 'constant' | 'variable' | 'activation' | 'unused';

/** A row of the tensor table. */
export interface TensorRow {
  readonly subgraph: number;
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  readonly shapeSignature?: readonly number[];
  readonly role: TensorRole;
  readonly buffer: number;
  /** In the file for a constant; what shape × type takes in the arena for all else. */
  readonly bytes: number;
  readonly quantization?: TensorQuantization;
  /** Operators that write and read it. */
  readonly producers: readonly number[];
  readonly consumers: readonly number[];
}

/** In short: one scale, or the first of many. */
export interface TensorQuantization {
  readonly scales: number;
  readonly scale: number;
  readonly zeroPoint: number;
  readonly dimension: number;
}

export function tensorRows(model: Model): readonly TensorRow[] {
  return model.subgraphs.flatMap((subgraph, subgraphIndex) => {
    const producers = usesOf(subgraph, 'outputs');
    const consumers = usesOf(subgraph, 'inputs');
    const inputs = new Set(subgraph.inputs);
    const outputs = new Set(subgraph.outputs);
    return subgraph.tensors.map((tensor, index): TensorRow => {
      const constant = constantBytes(model, tensor);
      const scale = tensor.quantization?.scale;
      const role = (): TensorRole => {
        if (inputs.has(index)) return 'input';
        if (outputs.has(index)) return 'output';
        if (tensor.isVariable) return 'variable';
        if (constant > 0) return 'constant';
        return producers.has(index) || consumers.has(index) ? 'activation' : 'unused';
      };
      return {
        subgraph: subgraphIndex,
        index,
        name: tensor.name,
        type: tensor.type,
        shape: tensor.shape,
        ...(tensor.shapeSignature ? { shapeSignature: tensor.shapeSignature } : {}),
        role: role(),
        buffer: tensor.buffer,
        bytes: constant > 0 ? constant : packedBytes(tensor.type, tensor.shape),
        ...(tensor.quantization && scale?.length
          ? {
              quantization: {
                scales: scale.length,
                scale: scale[0] ?? NaN,
                zeroPoint: tensor.quantization.zeroPoint[0] ?? 0,
                dimension: tensor.quantization.quantizedDimension,
              },
            }
          : {}),
        producers: producers.get(index) ?? [],
        consumers: consumers.get(index) ?? [],
      };
    });
  });
}

/** Operators by the tensor that they name on one side. */
export function usesOf(
  subgraph: Subgraph,
  side: 'inputs' | 'outputs',
): ReadonlyMap<number, readonly number[]> {
  const uses = new Map<number, number[]>();
  for (const [operatorIndex, operator] of subgraph.operators.entries()) {
    for (const tensor of new Set(operator[side])) {
      if (tensor < 0) continue;
      const list = uses.get(tensor);
      if (list) list.push(operatorIndex);
      else uses.set(tensor, [operatorIndex]);
    }
  }
  return uses;
}

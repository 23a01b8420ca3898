import type { CArray } from '../source/cArrays';
import type { Model, Operator, Subgraph, Tensor } from '../tflite/model';
import type { TargetName } from './target';

/** What rules look at. */
export interface Subject {
  readonly model: Model;
  /** The file that `model` was read from; its buffers are views into these bytes. Absent for a model never written. */
  readonly file?: Uint8Array;
  /** The array in C or C++ source that the model was found in. */
  readonly array?: CArray;
  readonly target: TargetName;
  /** Scratch buffers that the kernels of custom operators ask for, by custom code, where the caller knows them. */
  readonly scratchBuffers?: Readonly<Record<string, number>>;
}

export interface OperatorPlace {
  readonly subgraphIndex: number;
  readonly subgraph: Subgraph;
  readonly operatorIndex: number;
  readonly operator: Operator;
}

export interface TensorPlace {
  readonly subgraphIndex: number;
  readonly subgraph: Subgraph;
  readonly tensorIndex: number;
  readonly tensor: Tensor;
}

export function* everyOperator(model: Model): Generator<OperatorPlace> {
  for (const [subgraphIndex, subgraph] of model.subgraphs.entries()) {
    for (const [operatorIndex, operator] of subgraph.operators.entries()) {
      yield { subgraphIndex, subgraph, operatorIndex, operator };
    }
  }
}

export function* everyTensor(model: Model): Generator<TensorPlace> {
  for (const [subgraphIndex, subgraph] of model.subgraphs.entries()) {
    for (const [tensorIndex, tensor] of subgraph.tensors.entries()) {
      yield { subgraphIndex, subgraph, tensorIndex, tensor };
    }
  }
}

/** The tensor at position `position` of an operator's inputs; absent inputs (−1) and damaged indices give undefined. */
export function inputTensor(place: OperatorPlace, position: number): Tensor | undefined {
  const index = place.operator.inputs[position];
  return index === undefined ? undefined : place.subgraph.tensors[index];
}

export function outputTensor(place: OperatorPlace, position: number): Tensor | undefined {
  const index = place.operator.outputs[position];
  return index === undefined ? undefined : place.subgraph.tensors[index];
}

/** The constant values of a tensor, or an empty array for an activation. */
export function tensorBytes(model: Model, tensor: Tensor): Uint8Array {
  return model.buffers[tensor.buffer] ?? new Uint8Array(0);
}

import type { Model, OptionValue, Subgraph, Tensor } from '../tflite/model';
import { operatorName } from './displayName';
import { macsOf } from './macs';

export interface Operand {
  /** −1 for an optional input that is absent. */
  readonly tensor: number;
  /** As much of it as is shown beside an operator; the row of the tensor has the whole. */
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  readonly isConstant: boolean;
}

/** A row of the operator table. */
export interface OperatorRow {
  readonly subgraph: number;
  readonly index: number;
  readonly name: string;
  readonly isCustom: boolean;
  readonly version: number;
  readonly inputs: readonly Operand[];
  readonly outputs: readonly Operand[];
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /** Bytes of its constant inputs; a constant that two operators share counts for both. */
  readonly weightBytes: number;
  /** Absent for operators that do not multiply. */
  readonly macs?: number;
}

/** More than a model of 100,000 operators has. A damaged file lets many operators share one endless list. */
const mostOperands = 400_000;

export function operatorRows(model: Model): readonly OperatorRow[] {
  let operandsLeft = mostOperands;
  const operands = (subgraph: Subgraph, tensors: readonly number[]): readonly Operand[] => {
    const shown = tensors.slice(0, operandsLeft);
    operandsLeft -= shown.length;
    return shown.map((tensor) => operand(model, subgraph, tensor));
  };
  return model.subgraphs.flatMap((subgraph, subgraphIndex) =>
    subgraph.operators.map((operator, index): OperatorRow => {
      const macs = macsOf(operator, subgraph);
      return {
        subgraph: subgraphIndex,
        index,
        name: operatorName(operator),
        isCustom: operator.name === 'CUSTOM',
        version: operator.version,
        inputs: operands(subgraph, operator.inputs),
        outputs: operands(subgraph, operator.outputs),
        parameters: [
          ...Object.entries(operator.options?.values ?? {}).map(([name, value]) => ({
            name,
            value: optionText(value),
          })),
          ...(operator.customOptions
            ? [{ name: 'custom_options', value: `${operator.customOptions.length} B` }]
            : []),
        ],
        weightBytes: sum(
          [...new Set(operator.inputs)].map((tensor) => constantBytes(model, subgraph.tensors[tensor])),
        ),
        ...(macs === undefined ? {} : { macs }),
      };
    }),
  );
}

export function constantBytes(model: Model, tensor: Tensor | undefined): number {
  return tensor && tensor.buffer > 0 ? (model.buffers[tensor.buffer]?.length ?? 0) : 0;
}

/** One name of a megabyte may belong to a thousand operands. */
const longestOperandName = 100;

function operand(model: Model, subgraph: Subgraph, index: number): Operand {
  const tensor = subgraph.tensors[index];
  if (!tensor) return { tensor: index, name: '', type: '', shape: [], isConstant: false };
  const { name, type, shape } = tensor;
  return {
    tensor: index,
    name: name.slice(0, longestOperandName),
    type,
    shape,
    isConstant: constantBytes(model, tensor) > 0,
  };
}

const mostOptionValues = 64;

function optionText(value: OptionValue): string {
  if (typeof value !== 'object') return String(value);
  const shown = value.slice(0, mostOptionValues).join(', ');
  return value.length > mostOptionValues ? `[${shown}, … ${value.length}]` : `[${shown}]`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * A `.tflite` model as plain data: what `read` returns, `write` takes, and the quantizer, the interpreter, the arena and
 * the inspector work on. Nobody but `core/tflite` sees the FlatBuffers schema.
 */
import type { BuiltinName } from './builtins';
import type { TensorType } from './schema/names';

export type { TensorType };

/** real = scale · (code − zeroPoint). One entry for the whole tensor, or one per slice along `quantizedDimension`. */
export interface Quantization {
  readonly scale: Float32Array;
  /** The file stores int64; values outside ±2^53 lose precision here, and the verifier says so. */
  readonly zeroPoint: readonly number[];
  readonly quantizedDimension: number;
  /** Calibration ranges, where the converter left them. */
  readonly min?: Float32Array;
  readonly max?: Float32Array;
  /** Custom, blockwise or multi-axis quantization, as the schema gives it. */
  readonly details?: TableRecord;
}

export interface Tensor {
  readonly name: string;
  readonly type: TensorType;
  readonly shape: readonly number[];
  /** −1 marks a dimension that is known only at run time. */
  readonly shapeSignature?: readonly number[];
  /** Index into `Model.buffers`; 0 is the empty buffer. */
  readonly buffer: number;
  readonly quantization?: Quantization;
  readonly isVariable: boolean;
  /** How the buffer is to be expanded, where it holds a sparse tensor (`SparsityParameters`). */
  readonly sparsity?: TableRecord;
}

/**
 * An operator's options as the schema names them (snake_case), for example
 * `{ fused_activation_function: 'RELU', weights_format: 'DEFAULT' }`. Enum members are given by name.
 */
export interface OperatorOptions {
  /** Name of the option table, for example `FullyConnectedOptions`. */
  readonly table: string;
  readonly values: Readonly<Record<string, OptionValue>>;
}

export type OptionValue = number | boolean | string | readonly number[];

/** A table with others inside: an option table of the schema's rarer corners. `table` is its name in the schema. */
export interface TableRecord {
  readonly table: string;
  readonly values: Readonly<Record<string, OptionValue | TableRecord | readonly TableRecord[]>>;
}

export interface Operator {
  /** Name of the builtin, for example `FULLY_CONNECTED`; `CUSTOM` has its name in `customCode`. */
  readonly name: BuiltinName;
  readonly customCode?: string;
  readonly version: number;
  /** Tensor indices; −1 is an optional input that is absent. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly intermediates?: readonly number[];
  readonly options?: OperatorOptions;
  readonly customOptions?: Uint8Array;
}

export interface Subgraph {
  readonly name: string;
  readonly tensors: readonly Tensor[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly operators: readonly Operator[];
}

export interface Signature {
  readonly key: string;
  readonly subgraph: number;
  readonly inputs: readonly { readonly name: string; readonly tensor: number }[];
  readonly outputs: readonly { readonly name: string; readonly tensor: number }[];
}

export interface Model {
  readonly version: number;
  readonly description: string;
  readonly subgraphs: readonly Subgraph[];
  /** `buffers[0]` is empty by convention. Views into the file's bytes when read: do not write to them. */
  readonly buffers: readonly Uint8Array[];
  /** Buffers of a large file that stand behind the bytes given to the reader: empty in `buffers`, `bytes` long in the file. */
  readonly distantBuffers?: readonly {
    readonly buffer: number;
    readonly offset: number;
    readonly bytes: number;
  }[];
  readonly metadata: readonly { readonly name: string; readonly buffer: number }[];
  readonly signatures: readonly Signature[];
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

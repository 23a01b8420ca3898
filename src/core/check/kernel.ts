/** The words in which the table of TFLM's operators says what a kernel takes. */
import type { TensorType } from '../tflite/model';

export type TypePair = readonly [from: TensorType, to: TensorType];

/**
 * - `input` / `output`: the type of that tensor must be in the list
 * - `weights`: activation (input `activation`) and weights (input 1) must be one of the pairs
 * - `conversion`: input `from` and output 0 must be one of the pairs
 */
export type AcceptedTypes =
  | { readonly by: 'anything' }
  | { readonly by: 'notString' }
  | { readonly by: 'input'; readonly index: number; readonly types: readonly TensorType[] }
  | { readonly by: 'output'; readonly types: readonly TensorType[] }
  | { readonly by: 'weights'; readonly activation: number; readonly pairs: readonly TypePair[] }
  | { readonly by: 'conversion'; readonly from: number; readonly pairs: readonly TypePair[] };

export interface TflmOperator {
  /** Builtin name, or the custom code. */
  readonly name: string;
  readonly isCustom: boolean;
  /** Method of `MicroMutableOpResolver`. */
  readonly method: string;
  readonly accepts: AcceptedTypes;
  /**
   * What the kernel prints on a refused type: `{type}`, `{number}` (TfLiteType), `{output}`, `{outputNumber}` and `{weights}`
   * are filled in.
   */
  readonly log?: string;
  /** What it prints instead where it takes the first type of a pair, but not with the second. */
  readonly pairLog?: string;
}

export const anything: AcceptedTypes = { by: 'anything' };
export const notString: AcceptedTypes = { by: 'notString' };

export function input(index: number, types: readonly TensorType[]): AcceptedTypes {
  return { by: 'input', index, types };
}

export function output(types: readonly TensorType[]): AcceptedTypes {
  return { by: 'output', types };
}

export function weights(activation: number, pairs: readonly TypePair[]): AcceptedTypes {
  return { by: 'weights', activation, pairs };
}

export function conversion(from: number, pairs: readonly TypePair[]): AcceptedTypes {
  return { by: 'conversion', from, pairs };
}

export function builtin(
  name: string,
  method: string,
  accepts: AcceptedTypes,
  log?: string,
  pairLog?: string,
): TflmOperator {
  return {
    ...{ name, isCustom: false, method, accepts },
    ...(log === undefined ? {} : { log }),
    ...(pairLog === undefined ? {} : { pairLog }),
  };
}

export function custom(name: string, method: string, accepts: AcceptedTypes): TflmOperator {
  return { name, isCustom: true, method, accepts };
}

/** Values of TfLiteType (tensorflow/lite/core/c/c_api_types.h), which TFLM prints beside the name. */
export const tfLiteTypeNumber: Readonly<Record<TensorType, number>> = {
  FLOAT32: 1,
  INT32: 2,
  UINT8: 3,
  INT64: 4,
  STRING: 5,
  BOOL: 6,
  INT16: 7,
  COMPLEX64: 8,
  INT8: 9,
  FLOAT16: 10,
  FLOAT64: 11,
  COMPLEX128: 12,
  UINT64: 13,
  RESOURCE: 14,
  VARIANT: 15,
  UINT32: 16,
  UINT16: 17,
  INT4: 18,
  BFLOAT16: 19,
  INT2: 20,
  UINT4: 21,
  FLOAT8_E4M3FN: 22,
  FLOAT8_E5M2: 23,
};

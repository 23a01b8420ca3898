import type { Operator, Tensor } from '../tflite/model';

const longestName = 80;

/**
 * A name from a file as it may stand in a sentence: control characters and marks that turn the writing direction
 * are shown as `�`, and what is longer than 80 characters is cut.
 */
export function displayName(name: string): string {
  const head = name.slice(0, longestName + 1).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, '\uFFFD');
  return head.length > longestName ? `${head.slice(0, longestName)}…` : head;
}

/** `t12 "dense/bias"`, or `t12` where the tensor has no name. */
export function tensorLabel(tensor: Tensor | undefined, index: number): string {
  return tensor && tensor.name !== '' ? `t${index} "${displayName(tensor.name)}"` : `t${index}`;
}

/** The builtin's name, or the custom operator's own. */
export function operatorName(operator: Operator): string {
  return operator.name === 'CUSTOM' ? displayName(operator.customCode ?? 'CUSTOM') : operator.name;
}

/** `op7 CONV_2D`. */
export function operatorLabel(operator: Operator, index: number): string {
  return `op${index} ${operatorName(operator)}`;
}

/** `1×96×96×1`; `scalar` for no dimensions; `?` for what is known only at run time. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 0 ? 'scalar' : shape.map((size) => (size < 0 ? '?' : String(size))).join('×');
}

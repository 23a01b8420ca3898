import type { Operator } from '../tflite/model';
import type { TflmOperator } from './kernel';
import { tflmOperators } from './tflm-90b983c';

const builtins = new Map(tflmOperators.filter((row) => !row.isCustom).map((row) => [row.name, row]));
const customs = new Map(tflmOperators.filter((row) => row.isCustom).map((row) => [row.name, row]));

/** TFLM's row for an operator, or undefined where TFLM has none. */
export function tflmOperatorFor(operator: Operator): TflmOperator | undefined {
  return operator.name === 'CUSTOM' ? customs.get(operator.customCode ?? '') : builtins.get(operator.name);
}

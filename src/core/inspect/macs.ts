import {
  elementCount,
  type Operator,
  type OperatorOptions,
  type Subgraph,
  type Tensor,
} from '../tflite/model';

type Formula = (
  inputs: readonly (Tensor | undefined)[],
  output: Tensor | undefined,
  options: OperatorOptions['values'],
) => number | undefined;

/** Size of dimension `index` (negative: from the end); NaN where it is absent, so that a formula gives nothing. */
function size(tensor: Tensor | undefined, index: number): number {
  return tensor?.shape.at(index) ?? NaN;
}

function count(tensor: Tensor | undefined): number {
  return tensor ? elementCount(tensor.shape) : NaN;
}

/**
 * Multiply-accumulates of one execution, by operator. B batch, H and W height and width, C channels, O output, K kernel.
 * Shapes: activations B×H×W×C; CONV_2D weights OC×KH×KW×C (C of one group), DEPTHWISE 1×KH×KW×OC,
 * FULLY_CONNECTED OC×accumulated (TensorFlow Lite's operator definitions). Operators without a row multiply nothing that
 * is worth counting, or have no kernel in TensorFlow Lite Micro.
 */
const formulas: Readonly<Record<string, Formula>> = {
  // B·OH·OW·OC·KH·KW·filterC
  CONV_2D: ([, weights], output) => count(output) * size(weights, 1) * size(weights, 2) * size(weights, 3),
  // B·OH·OW·OC·KH·KW
  DEPTHWISE_CONV_2D: ([, weights], output) => count(output) * size(weights, 1) * size(weights, 2),
  // (n(out)/OC)·accumulated·OC
  FULLY_CONNECTED: ([, weights], output) => count(output) * size(weights, -1),
  // B·IH·IW·IC·KH·KW·OC; inputs are output shape, weights, activation
  TRANSPOSE_CONV: ([, weights, input]) =>
    count(input) * size(weights, 1) * size(weights, 2) * size(weights, 0),
  // B·M·N·K; K is the last dimension of the left side, or the one before where it is transposed
  BATCH_MATMUL: ([left], output, { adj_x: isTransposed }) =>
    count(output) * size(left, isTransposed === true ? -2 : -1),
  // B·F·(inputs + memory); inputs are activation, feature weights, time weights
  SVDF: ([input, feature, time]) => size(input, 0) * size(feature, 0) * (size(feature, 1) + size(time, 1)),
  // T·B·4·cell·(input + cell); input 1 is input→input weights cell×input, absent where gates are coupled
  UNIDIRECTIONAL_SEQUENCE_LSTM: ([input, , toForget]) => {
    const cell = size(toForget, 0);
    return size(input, 0) * size(input, 1) * 4 * cell * (size(toForget, 1) + cell);
  },
};

/** Undefined for operators that do not multiply, and where a shape is missing or unknown. */
export function macsOf(operator: Operator, subgraph: Subgraph): number | undefined {
  const formula = formulas[operator.name];
  if (!formula) return undefined;
  const tensor = (index: number | undefined) => (index === undefined ? undefined : subgraph.tensors[index]);
  const options = operator.options?.values ?? {};
  const macs = formula(operator.inputs.map(tensor), tensor(operator.outputs[0]), options);
  return macs !== undefined && Number.isFinite(macs) && macs >= 0 ? macs : undefined;
}

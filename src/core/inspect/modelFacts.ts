import { everyOperator, everyTensor, inputTensor, tensorBytes } from '../check/subject';
import type { Model, Tensor } from '../tflite/model';
import { macsOf } from './macs';

/** Arithmetic of the body, told from the types of activations and weights. */
export type NumberFormat =
  'int8' | 'int16' | 'int16×8' | 'uint8' | 'float32' | 'float16' | 'float32×int8' | 'mixed';

/** What the model is for, as far as its shapes and operators say so. */
export type ModelTask = 'imageClassifier' | 'classifier' | 'unknown';

export interface ModelFacts {
  readonly format: NumberFormat;
  readonly task: ModelTask;
  readonly input?: Tensor;
  readonly output?: Tensor;
  readonly operators: number;
  readonly macs: number;
}

export function modelFacts(model: Model): ModelFacts {
  const main = model.subgraphs[0];
  const input = main?.tensors[main.inputs[0] ?? -1];
  const output = main?.tensors[main.outputs[0] ?? -1];
  let macs = 0;
  let operators = 0;
  for (const { operator, subgraph } of everyOperator(model)) {
    operators++;
    macs += macsOf(operator, subgraph) ?? 0;
  }
  return {
    format: numberFormat(model),
    task: modelTask(model, input, output),
    ...(input ? { input } : {}),
    ...(output ? { output } : {}),
    operators,
    macs,
  };
}

const weighted: Readonly<Record<string, number>> = {
  CONV_2D: 0,
  DEPTHWISE_CONV_2D: 0,
  FULLY_CONNECTED: 0,
  TRANSPOSE_CONV: 2,
  SVDF: 0,
  UNIDIRECTIONAL_SEQUENCE_LSTM: 0,
};

/** The most common pair of activation and weights decides nothing: either all operators with weights agree, or it is mixed. */
function numberFormat(model: Model): NumberFormat {
  const formats = new Set<NumberFormat>();
  for (const place of everyOperator(model)) {
    const activation = inputTensor(place, weighted[place.operator.name] ?? -1)?.type;
    const weights = inputTensor(place, 1)?.type;
    if (activation && weights) formats.add(pairFormat(activation, weights));
  }
  if (formats.size === 0) {
    for (const { tensor } of everyTensor(model)) {
      if (tensorBytes(model, tensor).length === 0) formats.add(pairFormat(tensor.type, tensor.type));
    }
    formats.delete('mixed');
  }
  const halves = [...everyTensor(model)].some(
    ({ tensor }) => tensor.type === 'FLOAT16' && tensorBytes(model, tensor).length > 0,
  );
  const [only] = formats;
  if (formats.size !== 1 || !only) return 'mixed';
  return only === 'float32' && halves ? 'float16' : only;
}

function pairFormat(activation: string, weights: string): NumberFormat {
  const isNarrow = weights === 'INT8' || weights === 'INT4';
  if (activation === 'INT8' && isNarrow) return 'int8';
  if (activation === 'INT16' && isNarrow) return 'int16×8';
  if (activation === 'INT16' && weights === 'INT16') return 'int16';
  if (activation === 'UINT8') return 'uint8';
  if (activation === 'FLOAT32' && weights === 'FLOAT32') return 'float32';
  if (activation === 'FLOAT32' && isNarrow) return 'float32×int8';
  return 'mixed';
}

/** Operators that change how the answer is written, not what it is. */
const passing = new Set(['QUANTIZE', 'DEQUANTIZE', 'RESHAPE', 'SQUEEZE']);
const smallestImage = 16;
const colourChannels = new Set([3, 4]);

/**
 * A classifier ends in SOFTMAX (behind it at most QUANTIZE, DEQUANTIZE or RESHAPE) over two or more classes. Its input is
 * an image where it has four dimensions, height and width of at least 16 that differ by at most a factor of 2, and 3 or 4
 * channels. With one channel it must be a square: spectrograms look alike, and are none.
 */
function modelTask(model: Model, input: Tensor | undefined, output: Tensor | undefined): ModelTask {
  const main = model.subgraphs[0];
  const last = main?.operators.filter((operator) => !passing.has(operator.name)).at(-1);
  const classes = output?.shape.at(-1) ?? 0;
  if (last?.name !== 'SOFTMAX' || classes < 2) return 'unknown';
  const [, height = 0, width = 0, channels = 0] = input?.shape ?? [];
  const isImage =
    input?.shape.length === 4 &&
    Math.min(height, width) >= smallestImage &&
    Math.max(height, width) <= 2 * Math.min(height, width) &&
    (colourChannels.has(channels) || (channels === 1 && height === width));
  return isImage ? 'imageClassifier' : 'classifier';
}

import { elementCount, type Model, type Tensor } from '../tflite/model';
import { codeRange, floatText } from './codeRange';
import { shapeText } from './displayName';

/** Code to copy that fills every input and reads every output. English, and for the reader to complete. */
export interface FeedingSnippets {
  /** Against TensorFlow Lite Micro's C++ interface at commit 90b983c. */
  readonly cpp: string;
  /** Against `tf.lite.Interpreter`. */
  readonly python: string;
}

/** More than a model has. A damaged one names the same tensor thousands of times. */
export const mostFed = 500;

export function feedingSnippets(model: Model, fileName: string): FeedingSnippets {
  const main = model.subgraphs[0];
  const tensorsOf = (side: readonly number[] = []) =>
    side.slice(0, mostFed).flatMap((index) => main?.tensors[index] ?? []);
  const inputs = tensorsOf(main?.inputs);
  const outputs = tensorsOf(main?.outputs);
  return { cpp: cppSnippet(inputs, outputs), python: pythonSnippet(inputs, outputs, fileName) };
}

interface CppType {
  readonly name: string;
  /** Member of TfLiteTensor::data. */
  readonly member: string;
}

const cppTypes: Readonly<Record<string, CppType>> = {
  FLOAT32: { name: 'float', member: 'f' },
  INT8: { name: 'int8_t', member: 'int8' },
  UINT8: { name: 'uint8_t', member: 'uint8' },
  INT16: { name: 'int16_t', member: 'i16' },
  INT32: { name: 'int32_t', member: 'i32' },
  INT64: { name: 'int64_t', member: 'i64' },
  BOOL: { name: 'bool', member: 'b' },
};

function cppSnippet(inputs: readonly Tensor[], outputs: readonly Tensor[]): string {
  const lines = [
    '#include <algorithm>',
    '#include <cmath>',
    '',
    '// `interpreter` is a tflite::MicroInterpreter whose AllocateTensors() has returned kTfLiteOk.',
  ];
  for (const [position, tensor] of inputs.entries()) lines.push(...cppInput(tensor, position));
  lines.push('', 'if (interpreter.Invoke() != kTfLiteOk) {', '  // The log says which operator failed.', '}');
  for (const [position, tensor] of outputs.entries()) lines.push(...cppOutput(tensor, position));
  return `${lines.join('\n')}\n`;
}

function cppInput(tensor: Tensor, position: number): readonly string[] {
  const head = [
    '',
    `TfLiteTensor* input${position} = interpreter.input(${position});  // ${tensor.type}, ${shapeText(tensor.shape)}`,
  ];
  const type = cppTypes[tensor.type];
  if (!type) return [...head, `(void)input${position};  // Fill its data.raw with ${tensor.type} values.`];
  const loop = `for (int i = 0; i < ${elementCount(tensor.shape)}; ++i) {`;
  const target = `input${position}->data.${type.member}[i]`;
  const quantized = quantizationOf(tensor);
  if (!quantized) return [...head, loop, `  ${target} = 0;  // Your value number i.`, '}'];
  const { scale, zeroPoint, lowest, highest } = quantized;
  return [
    ...head,
    loop,
    '  const float value = 0.0f;  // Your value number i, as a real number.',
    `  const long code = std::lround(value / ${cppFloat(scale)}) + (${zeroPoint});`,
    `  ${target} = static_cast<${type.name}>(std::min(${highest}L, std::max(${lowest}L, code)));`,
    '}',
  ];
}

function cppOutput(tensor: Tensor, position: number): readonly string[] {
  const head = [
    '',
    `const TfLiteTensor* output${position} = interpreter.output(${position});  // ${tensor.type}, ${shapeText(tensor.shape)}`,
  ];
  const type = cppTypes[tensor.type];
  if (!type) return [...head, `(void)output${position};  // Read ${tensor.type} values from its data.raw.`];
  const quantized = quantizationOf(tensor);
  const source = `output${position}->data.${type.member}[i]`;
  return [
    ...head,
    `for (int i = 0; i < ${elementCount(tensor.shape)}; ++i) {`,
    quantized
      ? `  const float value = ${cppFloat(quantized.scale)} * (${source} - (${quantized.zeroPoint}));`
      : `  const ${type.name} value = ${source};`,
    '  (void)value;  // Use it here.',
    '}',
  ];
}

function pythonSnippet(inputs: readonly Tensor[], outputs: readonly Tensor[], fileName: string): string {
  const lines = [
    'import numpy as np',
    'import tensorflow as tf',
    '',
    `interpreter = tf.lite.Interpreter(model_path=${pythonText(fileName)})`,
    'interpreter.allocate_tensors()',
    'inputs = interpreter.get_input_details()',
    'outputs = interpreter.get_output_details()',
  ];
  for (const [position, tensor] of inputs.entries()) {
    const shape = `(${tensor.shape.join(', ')}${tensor.shape.length === 1 ? ',' : ''})`;
    const quantized = quantizationOf(tensor);
    lines.push(
      '',
      `values = np.zeros(${shape}, dtype=np.${quantized ? 'float32' : pythonType(tensor)})  # your values`,
    );
    if (quantized) {
      const { scale, zeroPoint, lowest, highest } = quantized;
      lines.push(
        `codes = np.clip(np.round(values / ${floatText(scale)}) + (${zeroPoint}), ${lowest}, ${highest})`,
        `interpreter.set_tensor(inputs[${position}]["index"], codes.astype(np.${pythonType(tensor)}))`,
      );
    } else lines.push(`interpreter.set_tensor(inputs[${position}]["index"], values)`);
  }
  lines.push('', 'interpreter.invoke()');
  for (const [position, tensor] of outputs.entries()) {
    const quantized = quantizationOf(tensor);
    lines.push('', `result = interpreter.get_tensor(outputs[${position}]["index"])`);
    if (quantized) {
      const { scale, zeroPoint } = quantized;
      lines.push(`result = ${floatText(scale)} * (result.astype(np.float32) - (${zeroPoint}))`);
    }
  }
  return `${lines.join('\n')}\n`;
}

interface CodeQuantization {
  readonly scale: number;
  readonly zeroPoint: number;
  readonly lowest: number;
  readonly highest: number;
}

function quantizationOf({ type, quantization }: Tensor): CodeQuantization | undefined {
  const range = codeRange[type];
  const scale = quantization?.scale[0];
  if (!range || scale === undefined) return undefined;
  return { scale, zeroPoint: quantization?.zeroPoint[0] ?? 0, lowest: range[0], highest: range[1] };
}

function cppFloat(value: number): string {
  const text = floatText(value);
  return `${/[.e]/.test(text) ? text : `${text}.0`}f`;
}

function pythonType({ type }: Tensor): string {
  return type === 'BOOL' ? 'bool_' : type.toLowerCase();
}

/** JSON's escapes are Python's too, but for what lies beyond the basic plane, which may stand as it is. */
function pythonText(text: string): string {
  return JSON.stringify(text);
}

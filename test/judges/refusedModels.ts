/** Small models that TensorFlow Lite Micro refuses, each for one reason. */
import type { Model, OperatorOptions, TensorType } from '../../src/core/tflite/model';
import { model, type TensorSketch } from '../unit/check/modelBuilder';

const zeros = (count: number): Uint8Array => new Uint8Array(count);
const quantized = { scale: [0.5], zeroPoint: [0] };

function one(
  name: string,
  inputs: readonly TensorSketch[],
  output: TensorSketch,
  options?: OperatorOptions,
): Model {
  const operands = inputs.map((_, index) => index);
  // What has bytes is a constant; the rest is fed.
  const fed = operands.filter((index) => !inputs[index]?.bytes);
  return model(
    [...inputs, output],
    [{ name, inputs: operands, outputs: [inputs.length], more: options ? { options } : {} }],
    fed,
  );
}

function convolution(input: TensorType, weights: TensorType): Model {
  const bytes = zeros(weights === 'FLOAT32' ? 4 : 1);
  return one(
    'CONV_2D',
    [
      { type: input, shape: [1, 2, 2, 1], ...quantized },
      { type: weights, shape: [1, 1, 1, 1], ...quantized, bytes },
    ],
    { type: input, shape: [1, 2, 2, 1], ...quantized },
    { table: 'Conv2DOptions', values: { padding: 'VALID', stride_w: 1, stride_h: 1 } },
  );
}

function depthwise(input: TensorType, weights: TensorType): Model {
  return one(
    'DEPTHWISE_CONV_2D',
    [
      { type: input, shape: [1, 2, 2, 1], ...quantized },
      { type: weights, shape: [1, 1, 1, 1], ...quantized, bytes: zeros(1) },
    ],
    { type: input, shape: [1, 2, 2, 1], ...quantized },
    {
      table: 'DepthwiseConv2DOptions',
      values: { padding: 'VALID', stride_w: 1, stride_h: 1, depth_multiplier: 1 },
    },
  );
}

function dense(input: TensorType, weights: TensorType): Model {
  return one(
    'FULLY_CONNECTED',
    [
      { type: input, shape: [1, 4], ...quantized },
      { type: weights, shape: [2, 4], ...quantized, bytes: zeros(8) },
    ],
    { type: input, shape: [1, 2], ...quantized },
    { table: 'FullyConnectedOptions', values: {} },
  );
}

function unary(name: string, from: TensorSketch, to: TensorSketch, options?: OperatorOptions): Model {
  return one(name, [{ shape: [1, 4], ...from }], { shape: [1, 4], ...to }, options);
}

const softmax = { table: 'SoftmaxOptions', values: { beta: 1 } } as const;

export const refusedModels: Readonly<Record<string, Model>> = {
  conv_uint8: convolution('UINT8', 'UINT8'),
  conv_hybrid: convolution('FLOAT32', 'INT8'),
  depthwise_uint8: depthwise('UINT8', 'UINT8'),
  depthwise_hybrid: depthwise('FLOAT32', 'INT8'),
  dense_uint8: dense('UINT8', 'UINT8'),
  dense_hybrid: dense('FLOAT32', 'INT8'),
  matmul_hybrid: one(
    'BATCH_MATMUL',
    [
      { type: 'FLOAT32', shape: [2, 4] },
      { type: 'INT8', shape: [4, 2], ...quantized, bytes: zeros(8) },
    ],
    { type: 'FLOAT32', shape: [2, 2] },
    { table: 'BatchMatMulOptions', values: {} },
  ),
  cast_to_int64: unary('CAST', { type: 'FLOAT32' }, { type: 'INT64' }),
  cast_from_int64: unary('CAST', { type: 'INT64' }, { type: 'FLOAT32' }),
  sine_int8: unary('SIN', quantized, quantized),
  absolute_int32: unary('ABS', { type: 'INT32' }, { type: 'INT32' }),
  not_int8: unary('LOGICAL_NOT', quantized, quantized),
  softmax_uint8: unary('SOFTMAX', { type: 'UINT8', ...quantized }, { type: 'UINT8', ...quantized }, softmax),
  softmax_scale: unary('SOFTMAX', quantized, { scale: [1 / 256 + 2 ** -30], zeroPoint: [-128] }, softmax),
  softmax_zero_point: unary('SOFTMAX', quantized, { scale: [1 / 256], zeroPoint: [0] }, softmax),
  softmax_int16_scale: unary(
    'SOFTMAX',
    { type: 'INT16', ...quantized },
    { type: 'INT16', scale: [1 / 100], zeroPoint: [0] },
    softmax,
  ),
  logistic_int16_scale: unary(
    'LOGISTIC',
    { type: 'INT16', ...quantized },
    { type: 'INT16', scale: [1 / 128], zeroPoint: [0] },
  ),
  tanh_int16_scale: unary(
    'TANH',
    { type: 'INT16', ...quantized },
    { type: 'INT16', scale: [0.01], zeroPoint: [0] },
  ),
  resize_uint8: one(
    'RESIZE_BILINEAR',
    [
      { type: 'UINT8', shape: [1, 2, 2, 1], ...quantized },
      { type: 'INT32', shape: [2], bytes: new Uint8Array(Int32Array.of(4, 4).buffer) },
    ],
    { type: 'UINT8', shape: [1, 4, 4, 1], ...quantized },
    { table: 'ResizeBilinearOptions', values: {} },
  ),
  gelu: unary('GELU', quantized, quantized),
  custom_options: model(
    [quantized, quantized],
    [{ name: 'RELU', inputs: [0], outputs: [1], more: { customOptions: Uint8Array.of(1) } }],
  ),
  concatenation_activation: one(
    'CONCATENATION',
    [{ shape: [1, 4], ...quantized }],
    { shape: [1, 4], ...quantized },
    { table: 'ConcatenationOptions', values: { axis: 1, fused_activation_function: 'RELU' } },
  ),
};

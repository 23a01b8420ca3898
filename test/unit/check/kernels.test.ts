/** What each rule says of cases that kernels treat differently. The lines are those of tflite-micro commit 90b983c. */
import { describe, expect, it } from 'vitest';
import { checkModel } from '../../../src/core/check/check';
import type { Subject } from '../../../src/core/check/subject';
import type { CArray } from '../../../src/core/source/cArrays';
import type { Model, TensorType } from '../../../src/core/tflite/model';
import { dense, model } from './modelBuilder';

const subject = (checked: Model, more: Partial<Subject> = {}): Subject => ({
  model: checked,
  target: 'cortex-m-ref',
  ...more,
});

const array: CArray = { name: 'g_model', bytes: new Uint8Array(8), start: 0, end: 10, line: 1 };
const oneScalePerOutput = { shape: [4, 4], scale: [0.25, 0.25, 0.25, 0.25] };
const fourBiasScales = { scale: [0.125, 0.125, 0.125, 0.125] };
const softmax = (scale: number, zeroPoint: number) =>
  model(
    [
      { scale: [0.5], zeroPoint: [0] },
      { scale: [scale], zeroPoint: [zeroPoint] },
    ],
    [{ name: 'SOFTMAX', inputs: [0], outputs: [1] }],
  );

describe('rules', () => {
  it('weigh less what costs only time', () => {
    const found = (checked: Subject) => checkModel(checked).map(({ code, severity }) => [code, severity]);
    for (const alignmentBytes of [4, 8]) {
      expect(found(subject(dense(), { array: { ...array, alignmentBytes } }))).toEqual([
        ['TML015', 'information'],
      ]);
    }
    // 64-bit values are loaded word by word.
    const file = new Uint8Array(64);
    const wide = (offset: number) =>
      dense({
        ...{ input: { type: 'INT16' }, output: { type: 'INT16' } },
        bias: { type: 'INT64', bytes: file.subarray(offset, offset + 32) },
      });
    expect(found(subject(wide(4), { file }))).toEqual([['TML014', 'information']]);
    expect(found(subject(wide(2), { file }))).toEqual([['TML014', 'warning']]);
  });

  it('compare the scale of an int8 SOFTMAX digit by digit, as its kernel does', () => {
    const [finding] = checkModel(subject(softmax(1 / 256 + 2 ** -30, -128)));
    expect(finding).toMatchObject({ code: 'TML017', message: { args: { scale: '0.00390625093' } } });
    expect(checkModel(subject(softmax(1 / 256, -128)))).toEqual([]);
  });

  it('leave alone constants that TFLM packs and unpacks itself, and say of sparse ones what they are', () => {
    const short = dense({ weights: { bytes: new Uint8Array(5) } });
    const packed = { ...short, metadata: [{ name: 'COMPRESSION_METADATA', buffer: 0 }] };
    expect(checkModel(subject(packed))).toEqual([]);
    const [main] = short.subgraphs;
    if (!main) throw new Error('There is a subgraph.');
    const sparsity = { table: 'SparsityParameters', values: {} };
    const tensors = main.tensors.map((tensor, index) => (index === 1 ? { ...tensor, sparsity } : tensor));
    const sparse = { ...short, subgraphs: [{ ...main, tensors }] };
    expect(checkModel(subject(sparse)).map(({ cure }) => cure.id)).toEqual(['check.sparseCure']);
  });

  it('know that the kernels of CMSIS-NN read int4 weights as they are, but not with a scale for each output', () => {
    const int4 = { type: 'INT4', bytes: new Uint8Array(8) } as const;
    const said = (checked: Model, target: Subject['target']) =>
      checkModel(subject(checked, { target })).map(({ severity, message }) => [severity, message.id]);
    const one = dense({ weights: int4 });
    expect(said(one, 'cortex-m-ref')).toEqual([['information', 'check.fourBitUnpacked']]);
    expect(said(one, 'cortex-m55-cmsis-nn')).toEqual([['information', 'check.fourBitRead']]);
    const many = dense({ weights: { ...oneScalePerOutput, ...int4 }, bias: fourBiasScales });
    expect(said(many, 'cortex-m55-cmsis-nn')).toContainEqual(['error', 'check.perChannelDenseRefused']);
    expect(said(many, 'cortex-m-ref')).toContainEqual(['information', 'check.perChannelDense']);
  });

  it('note biases with the dimension of their weights once, however many there are', () => {
    const bias = {
      type: 'INT32',
      shape: [4],
      ...fourBiasScales,
      dimension: 3,
      bytes: new Uint8Array(16),
    } as const;
    const found = checkModel(subject(model([{}, bias, bias, bias], [])));
    expect(found).toMatchObject([
      { code: 'TML013', severity: 'information', tensor: 1, message: { args: { count: 3, dimension: 3 } } },
    ]);
  });

  it('print what the kernels of CMSIS-NN print where it has its own', () => {
    const refused = (input: TensorType, weights: TensorType) =>
      checkModel(
        subject(dense({ input: { type: input }, weights: { type: weights }, output: { type: input } }), {
          target: 'cortex-m4-cmsis-nn',
        }),
      ).map((finding) => finding.log);
    const file = 'tensorflow/lite/micro/kernels/cmsis_nn/fully_connected.cc';
    expect(refused('FLOAT32', 'INT8')).toEqual([`${file} Hybrid models are not supported on TFLite Micro.`]);
    expect(refused('UINT8', 'UINT8')).toEqual([`${file} Input data type not supported`]);
  });

  it('print what each kernel prints on types that it refuses', () => {
    const log = (name: string, ...types: readonly TensorType[]) => {
      const tensors = types.map((type) => ({ type }));
      const inputs = types.slice(0, -1).map((_, index) => index);
      return checkModel(subject(model(tensors, [{ name, inputs, outputs: [types.length - 1] }]))).flatMap(
        ({ code, log: line }) => (code === 'TML002' || code === 'TML003' ? [[code, line]] : []),
      );
    };
    const kernels = 'tensorflow/lite/micro/kernels';
    const hybrid = 'Hybrid models are not supported on TFLite Micro.';
    expect(log('CONV_2D', 'UINT8', 'UINT8', 'UINT8')).toEqual([
      ['TML002', `${kernels}/conv_common.cc ${hybrid}`],
    ]);
    expect(log('DEPTHWISE_CONV_2D', 'UINT8', 'UINT8', 'UINT8')).toEqual([
      ['TML002', 'Input type UINT8 (3) not supported.'],
    ]);
    expect(log('DEPTHWISE_CONV_2D', 'FLOAT32', 'INT8', 'FLOAT32')).toEqual([
      ['TML003', `${kernels}/depthwise_conv_common.cc ${hybrid}`],
    ]);
    expect(log('FULLY_CONNECTED', 'UINT8', 'UINT8', 'UINT8')).toEqual([
      ['TML002', 'Input type UINT8 (3) not supported.'],
    ]);
    expect(log('BATCH_MATMUL', 'FLOAT32', 'INT8', 'FLOAT32')).toEqual([
      ['TML003', `${kernels}/batch_matmul.cc:199 lhs_data->type == rhs_data->type was not true.`],
    ]);
    expect(log('CAST', 'FLOAT32', 'INT64')).toEqual([['TML002', 'Output type INT64 (4) not supported.']]);
    expect(log('CAST', 'INT64', 'FLOAT32')).toEqual([['TML002', 'Input type INT64 (4) not supported.']]);
    expect(log('CAST', 'BOOL', 'INT8')).toEqual([]);
    expect(log('SIN', 'INT8', 'INT8')).toEqual([
      ['TML002', `${kernels}/elementwise.cc:201 input->type != expected_type (INT8 != FLOAT32)`],
    ]);
  });

  it('print what SOFTMAX, LOGISTIC and TANH print of a scale or zero point that is not theirs', () => {
    const log = (name: string, types: readonly [TensorType, TensorType], scale: number, zeroPoint = 0) => {
      const [from, to] = types;
      const checked = model(
        [
          { type: from, scale: [0.5], zeroPoint: [0] },
          { type: to, scale: [scale], zeroPoint: [zeroPoint] },
        ],
        [{ name, inputs: [0], outputs: [1] }],
      );
      return checkModel(subject(checked)).map((finding) => finding.log);
    };
    const kernels = 'tensorflow/lite/micro/kernels';
    expect(log('SOFTMAX', ['INT16', 'INT16'], 1 / 100)).toEqual([
      `${kernels}/softmax_common.cc:93 output->params.scale not near 1.f / 32768 (0.010000 != 0.000031)`,
    ]);
    expect(log('SOFTMAX', ['INT8', 'INT16'], 1 / 65536)).toEqual([
      `${kernels}/softmax_common.cc:98 output->params.zero_point != -32768 (0 != -32768)`,
    ]);
    expect(log('LOGISTIC', ['INT16', 'INT16'], 1 / 128)).toEqual([
      `${kernels}/logistic_common.cc:103 output_scale_log2_rounded != -kOutputFractionalBits (-7 != -15)`,
    ]);
    expect(log('TANH', ['INT16', 'INT16'], 1 / 100)).toEqual([
      `${kernels}/tanh.cc:123 CheckedLog2(output->params.scale, &output_scale_log2_rounded) was not true.`,
    ]);
    expect(log('LOGISTIC', ['INT8', 'INT8'], 1 / 256)).toEqual([
      `${kernels}/logistic_common.cc:46 output->params.zero_point != std::numeric_limits<int8_t>::min() (0 != -128)`,
    ]);
  });
});

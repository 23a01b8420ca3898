/** The C++ that the inspector offers to copy, compiled against the shape of TensorFlow Lite Micro's interface. */
import { expect, it } from 'vitest';
import { feedingSnippets } from '../../src/core/inspect/feedingSnippets';
import type { TensorType } from '../../src/core/tflite/model';
import { model, type TensorSketch } from '../unit/check/modelBuilder';
import { compileAndRun, describeCpp } from './cppCompiler';

const interface_ = `#include <cstdint>
#include <cstdio>
enum TfLiteStatus { kTfLiteOk, kTfLiteError };
union TfLitePtrUnion {
  float* f; int8_t* int8; uint8_t* uint8; int16_t* i16; int32_t* i32; int64_t* i64; bool* b; char* raw;
};
struct TfLiteTensor { TfLitePtrUnion data; };
static int64_t bytes[2][1024];
struct Interpreter {
  TfLiteTensor tensors[2];
  TfLiteTensor* input(int) { tensors[0].data.raw = reinterpret_cast<char*>(bytes[0]); return &tensors[0]; }
  TfLiteTensor* output(int) { tensors[1].data.raw = reinterpret_cast<char*>(bytes[1]); return &tensors[1]; }
  TfLiteStatus Invoke() { return kTfLiteOk; }
};
`;

/** First byte of the input, once filled with the real value 0. */
function firstInputByte(input: TensorSketch, output: TensorSketch): number {
  const { cpp } = feedingSnippets(model([input, output], []), 'model.tflite');
  const lines = cpp.split('\n');
  const includes = lines.filter((line) => line.startsWith('#include'));
  const code = lines.filter((line) => !line.startsWith('#include'));
  const main = `${includes.join('\n')}\n${interface_}
int main() {
  Interpreter interpreter;
  ${code.join('\n  ')}
  std::fwrite(bytes[0], 1, 1, stdout);
}
`;
  return compileAndRun({ 'main.cc': main })[0] ?? -1;
}

describeCpp('the C++ that feeds a model', () => {
  const types: readonly TensorType[] = [
    'FLOAT32',
    'INT8',
    'UINT8',
    'INT16',
    'INT32',
    'INT64',
    'BOOL',
    'FLOAT16',
  ];

  it.each(types)('compiles without a warning as it stands for %s', (type) => {
    expect(firstInputByte({ type }, { type })).toBe(0);
  });

  it('writes the zero point for the real value 0', () => {
    const quantized = { scale: [0.25], zeroPoint: [100] };
    expect(firstInputByte({ type: 'UINT8', ...quantized }, { type: 'INT8', ...quantized })).toBe(100);
    expect(firstInputByte({ type: 'INT8', ...quantized }, { type: 'INT8', ...quantized })).toBe(100);
  });
});

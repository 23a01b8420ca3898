/** The example program: it loads a model compiled in as an array, runs it over [0, 2π) and writes what it says. */
import type { Model } from '../tflite/model';
import { programArenaKilobytes } from './programArena';
import { programInferences, programPi, sineLoop, type ProgramLoop } from './programLoop';
import { programTensors } from './programTensors';
import { resolverMethods } from './resolver';

export interface MainCc {
  readonly model: Model;
  /** Name of the array that holds the model. */
  readonly arrayName: string;
  /** The header that declares it. */
  readonly header: string;
  /** What the program feeds to the model. */
  readonly loop?: ProgramLoop;
}

/**
 * C++17 on TensorFlow Lite Micro as of commit 90b983c (2026-08-20): no ErrorReporter, and an operator resolver that holds
 * exactly what the model uses.
 * @throws Problem if TFLM cannot run the model, or it does not map one float or int8 value to one
 */
export function mainCc({ model, arrayName, header, loop = sineLoop }: MainCc): string {
  const words = loopWords(loop);
  const others = loop.kind === 'sine' ? [] : loop.others;
  const { input, output } = programTensors(model, 1 + others.length);
  const isInt8 = input.type === 'INT8';
  const methods = resolverMethods(model);
  const registrations = methods.map((method) => `  TF_LITE_ENSURE_STATUS(resolver.${method}());`).join('\n');
  const isQuantized = input.type === 'INT8' || output.type === 'INT8';
  const includes = ['cstdint', 'cstdio', 'fstream', ...(isQuantized ? ['algorithm', 'cmath'] : [])];

  return `// Runs the model in ${header} ${String(programInferences)} times ${words.over}, prints each result and writes data.csv.
//
// Built against TensorFlow Lite Micro (https://github.com/tensorflow/tflite-micro). For a board without files, delete
// what uses data_csv; for one without stdout, print over its serial port instead.
${includes
  .sort()
  .map((name) => `#include <${name}>`)
  .join('\n')}

#include "${header}"
#include "tensorflow/lite/micro/micro_interpreter.h"
#include "tensorflow/lite/micro/micro_log.h"
#include "tensorflow/lite/micro/micro_mutable_op_resolver.h"
#include "tensorflow/lite/micro/system_setup.h"
#include "tensorflow/lite/schema/schema_generated.h"

namespace {

constexpr int kInferences = ${String(programInferences)};
${words.constants}
// The memory in which the interpreter keeps everything that it needs at run time.
constexpr int kTensorArenaSize = ${String(programArenaKilobytes(model))} * 1024;
alignas(16) uint8_t tensor_arena[kTensorArenaSize];

// Exactly the operators of this model: room for more would cost memory, and one missing would fail at start-up.
using OpResolver = tflite::MicroMutableOpResolver<${String(methods.length)}>;

TfLiteStatus RegisterOps(OpResolver& resolver) {
${registrations}
  return kTfLiteOk;
}
${input.type === 'INT8' ? quantizeInput : ''}${output.type === 'INT8' ? dequantizeOutput : ''}
}  // namespace

int main() {
  tflite::InitializeTarget();

  const tflite::Model* model = tflite::GetModel(${arrayName});
  if (model->version() != TFLITE_SCHEMA_VERSION) {
    MicroPrintf("The model has schema version %d, but this program reads version %d.",
                static_cast<int>(model->version()), TFLITE_SCHEMA_VERSION);
    return 1;
  }

  OpResolver resolver;
  if (RegisterOps(resolver) != kTfLiteOk) {
    MicroPrintf("The operators could not be registered.");
    return 1;
  }

  tflite::MicroInterpreter interpreter(model, resolver, tensor_arena, kTensorArenaSize);
  if (interpreter.AllocateTensors() != kTfLiteOk) {
    MicroPrintf("The tensors could not be allocated: is an arena of %d bytes too small?", kTensorArenaSize);
    return 1;
  }
  TfLiteTensor* input = interpreter.input(0);
  TfLiteTensor* output = interpreter.output(0);

  std::ofstream data_csv("data.csv");
  for (int i = 0; i < kInferences; ++i) {
    const float x = ${words.start}static_cast<float>(i) / static_cast<float>(kInferences) * kXRange;
    ${isInt8 ? 'input->data.int8[0] = Quantize(x, *input);' : 'input->data.f[0] = x;'}
${others.length > 0 ? feedOthers(others.length, isInt8) : ''}    if (interpreter.Invoke() != kTfLiteOk) {
      MicroPrintf("The model could not be run for x = %f.", static_cast<double>(x));
      return 1;
    }
    const float y = ${output.type === 'INT8' ? 'Dequantize(output->data.int8[0], *output)' : 'output->data.f[0]'};

    std::printf("x:%f, y:%f\\n", static_cast<double>(x), static_cast<double>(y));
    data_csv << x << ',' << y << '\\n';
  }

  data_csv.close();
  if (!data_csv) {
    MicroPrintf("data.csv could not be written.");
    return 1;
  }
  return 0;
}
`;
}

interface LoopWords {
  /** Goes on "runs the model so many times …". */
  readonly over: string;
  readonly constants: string;
  readonly start: string;
}

function loopWords(loop: ProgramLoop): LoopWords {
  if (loop.kind === 'sine') {
    return {
      over: 'over [0, 2 pi)',
      constants: `constexpr float kXRange = 2.f * ${programPi}f;\n`,
      start: '',
    };
  }
  const { start, range, inputName, targetName, others } = loop;
  const names = others.map(({ name }) => comment(name)).join(', ');
  const values = others.map(({ value }) => cFloat(value)).join(', ');
  const held = `
// The other inputs, each held at its mean in the training data: ${names}.
constexpr int kOtherInputs = ${String(others.length)};
constexpr float kOthers[kOtherInputs] = {${values}};
`;
  return {
    over: 'over the range of its first input in the training data',
    constants: `
// x is ${comment(inputName)}, y is ${comment(targetName)}.
constexpr float kXStart = ${cFloat(start)};
constexpr float kXRange = ${cFloat(range)};
${others.length > 0 ? held : ''}`,
    start: 'kXStart + ',
  };
}

/** Interpreters may reuse the memory of inputs, so that each run needs all of them again. */
function feedOthers(count: number, isInt8: boolean): string {
  const [field, value] = isInt8 ? ['int8', 'Quantize(kOthers[j], *input)'] : ['f', 'kOthers[j]'];
  return `    // ${String(count)} more: the interpreter may have reused the memory of its inputs.
    for (int j = 0; j < kOtherInputs; ++j) {
      input->data.${field}[j + 1] = ${value};
    }
`;
}

/** Nine digits name every float32. */
function cFloat(value: number): string {
  const digits = String(Number(value.toPrecision(9)));
  return /[.e]/.test(digits) ? `${digits}f` : `${digits}.f`;
}

/** A name of a column, which may be any text, within a line of comment. */
function comment(name: string): string {
  return JSON.stringify(name.replace(/[^\p{L}\p{N} _.,()%/°²³-]/gu, '_'));
}

const quantizeInput = `
// real = scale * (code - zero_point), so code = real / scale + zero_point.
int8_t Quantize(float value, const TfLiteTensor& tensor) {
  const long code = std::lround(value / tensor.params.scale) + tensor.params.zero_point;
  return static_cast<int8_t>(std::clamp(code, -128L, 127L));
}
`;

const dequantizeOutput = `
float Dequantize(int8_t code, const TfLiteTensor& tensor) {
  return static_cast<float>(code - tensor.params.zero_point) * tensor.params.scale;
}
`;

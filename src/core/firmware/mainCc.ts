/** The example program: it loads a model compiled in as an array, runs it over [0, 2π) and writes what it says. */
import type { Model } from '../tflite/model';
import { programInferences, programPi } from './programLoop';
import { programTensors } from './programTensors';
import { resolverMethods } from './resolver';

export interface MainCc {
  readonly model: Model;
  /** Name of the array that holds the model. */
  readonly arrayName: string;
  /** The header that declares it. */
  readonly header: string;
}

const arenaKilobytes = 10;

/**
 * C++17 on TensorFlow Lite Micro as of commit 90b983c (2026-08-20): no ErrorReporter, and an operator resolver that holds
 * exactly what the model uses.
 * @throws Problem if TFLM cannot run the model, or it does not map one float or int8 value to one
 */
export function mainCc({ model, arrayName, header }: MainCc): string {
  const { input, output } = programTensors(model);
  const methods = resolverMethods(model);
  const registrations = methods.map((method) => `  TF_LITE_ENSURE_STATUS(resolver.${method}());`).join('\n');
  const isQuantized = input.type === 'INT8' || output.type === 'INT8';
  const includes = ['cstdint', 'cstdio', 'fstream', ...(isQuantized ? ['algorithm', 'cmath'] : [])];

  return `// Runs the model in ${header} ${String(programInferences)} times over [0, 2 pi), prints each result and writes data.csv.
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
constexpr float kXRange = 2.f * ${programPi}f;

// The memory in which the interpreter keeps everything that it needs at run time.
constexpr int kTensorArenaSize = ${String(arenaKilobytes)} * 1024;
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
    const float x = static_cast<float>(i) / static_cast<float>(kInferences) * kXRange;
    ${input.type === 'INT8' ? 'input->data.int8[0] = Quantize(x, *input);' : 'input->data.f[0] = x;'}
    if (interpreter.Invoke() != kTfLiteOk) {
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

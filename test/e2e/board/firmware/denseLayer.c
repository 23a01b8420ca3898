/* Written from the paper: Jacob et al., Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only
   Inference (2018), section 2.2. Rounds twice, as TensorFlow Lite Micro's reference kernels do. */
#include "denseLayer.h"

#include <math.h>

/* a b / 2^31, halves away from zero. */
static int32_t multiply_high(int32_t a, int32_t b) {
  int64_t product = (int64_t)a * b;
  int64_t half = (int64_t)1 << 30;
  return (int32_t)((product + (product < 0 ? 1 - half : half)) / ((int64_t)1 << 31));
}

/* x / 2^bits, halves away from zero. */
static int32_t divide_by_power(int32_t x, int bits) {
  int64_t size = x < 0 ? -(int64_t)x : x;
  int64_t quotient = bits == 0 ? size : (size + ((int64_t)1 << (bits - 1))) >> bits;
  return (int32_t)(x < 0 ? -quotient : quotient);
}

void run_layer(const DenseLayer *layer, const int8_t *inputs, int8_t *outputs) {
  /* Sums are in units of input scale times weight scale: this brings them to the output's, as fraction 2^exponent. */
  int exponent;
  float sum_scale = layer->input_scale * layer->weight_scale;
  double fraction = frexp((double)sum_scale / (double)layer->output_scale, &exponent);
  int32_t multiplier = (int32_t)llround(fraction * 2147483648.0);
  int left = exponent > 0 ? exponent : 0;
  int right = exponent > 0 ? 0 : -exponent;

  for (int unit = 0; unit < layer->units; unit++) {
    const int8_t *weights = layer->weights + unit * layer->inputs;
    int32_t sum = layer->biases[unit];
    for (int i = 0; i < layer->inputs; i++) sum += weights[i] * (inputs[i] - layer->input_zero_point);
    int32_t scaled = divide_by_power(multiply_high(sum * (1 << left), multiplier), right);
    int32_t code = scaled + layer->output_zero_point;
    if (code < layer->smallest) code = layer->smallest;
    if (code > 127) code = 127;
    outputs[unit] = (int8_t)code;
  }
}

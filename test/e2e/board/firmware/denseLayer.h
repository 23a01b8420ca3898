/* A dense layer of an int8 model: codes in, codes out, in integers only. */
#ifndef DENSE_LAYER_H
#define DENSE_LAYER_H

#include <stdint.h>

enum { MOST_UNITS = 64 };

typedef struct {
  int inputs, units;
  const int8_t *weights; /* [units][inputs] */
  const int32_t *biases; /* [units] */
  float input_scale, weight_scale, output_scale;
  int input_zero_point, output_zero_point;
  int smallest; /* output code: its zero point after a ReLU, else -128 */
} DenseLayer;

void run_layer(const DenseLayer *layer, const int8_t *inputs, int8_t *outputs);

#endif

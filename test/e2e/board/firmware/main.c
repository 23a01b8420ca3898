/* The trained sine on a Cortex-M4 (QEMU's mps2-an386): 1000 inferences over [0, 2 pi), printed over the first UART as the
   lines of data.csv. It waits for one byte, so that nothing is said before somebody listens, and ends with the word done. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>

#include "denseLayer.h"
#include "model.h"

#define INFERENCES 1000

typedef struct {
  volatile uint32_t data;
  volatile uint32_t state; /* bit 0: a byte waits to be sent, bit 1: one has come */
  volatile uint32_t control;
  volatile uint32_t interrupt;
  volatile uint32_t divider;
} Uart;

#define UART0 ((Uart *)0x40004000u)

/* The C library's printf ends here. */
int _write(int file, const char *text, int length) {
  (void)file;
  for (int i = 0; i < length; i++) {
    while (UART0->state & 1u) {
    }
    UART0->data = (uint8_t)text[i];
  }
  return length;
}

static float predict(float x) {
  static int8_t codes[LAYERS + 1][MOST_UNITS];
  const DenseLayer *first = &layers[0], *last = &layers[LAYERS - 1];
  long code = lroundf(x / first->input_scale) + first->input_zero_point;
  codes[0][0] = (int8_t)(code < -128 ? -128 : code > 127 ? 127 : code);
  for (int i = 0; i < LAYERS; i++) run_layer(&layers[i], codes[i], codes[i + 1]);
  return (float)(codes[LAYERS][0] - last->output_zero_point) * last->output_scale;
}

int main(void) {
  const float range = 2.0f * 3.14159265359f;
  UART0->divider = 16;
  UART0->control = 3; /* sends and receives */
  while (!(UART0->state & 2u)) {
  }
  /* A monitor does not count the first line that it hears: it may be cut. */
  printf("ready\n");
  for (int i = 0; i < INFERENCES; i++) {
    float x = (float)i / (float)INFERENCES * range;
    float y = predict(x);
    printf("%g,%g\n", x, y);
    fflush(stdout);
  }
  printf("done\n");
  fflush(stdout);
  for (;;) {
  }
}

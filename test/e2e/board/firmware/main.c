/* Sine loop of a Cortex-M4 (QEMU's mps2-an386), printed over its first UART. It waits for one byte, so that nothing is said
   before somebody listens, then prints 1000 lines of x and y and the word done. */
#include <stdint.h>
#include <stdio.h>

#define LINES 1000

typedef struct {
  volatile uint32_t data;
  volatile uint32_t state; /* bit 0: a byte waits to be sent, bit 1: one has come */
  volatile uint32_t control;
  volatile uint32_t interrupt;
  volatile uint32_t divider;
} Uart;

#define UART0 ((Uart *)0x40004000u)

/* newlib's printf ends here. */
int _write(int file, const char *text, int length) {
  (void)file;
  for (int i = 0; i < length; i++) {
    while (UART0->state & 1u) {
    }
    UART0->data = (uint8_t)text[i];
  }
  return length;
}

/* Bhaskara's approximation on -pi to pi: no library, the same arithmetic on every machine. */
static float sine(float x) {
  const float pi = 3.14159265f;
  float positive = x < 0.0f ? -x : x;
  float product = positive * (pi - positive);
  float y = 16.0f * product / (5.0f * pi * pi - 4.0f * product);
  return x < 0.0f ? -y : y;
}

int main(void) {
  UART0->divider = 16;
  UART0->control = 3; /* sends and receives */
  while (!(UART0->state & 2u)) {
  }
  /* A monitor does not count the first line that it hears: it may be cut. */
  printf("ready\n");
  for (int line = 0; line < LINES; line++) {
    float x = (float)(line % 200) * 0.0314159265f - 3.14159265f;
    float y = sine(x);
    printf("%.4f,%.4f\n", x, y);
    fflush(stdout);
  }
  printf("done\n");
  fflush(stdout);
  for (;;) {
  }
}

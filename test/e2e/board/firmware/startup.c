/* What runs before main on a Cortex-M4: the vector table, the stack, and the data that the linker left in flash. */
#include <stddef.h>
#include <stdint.h>

extern uint32_t data_begin, data_end, data_stored, bss_begin, bss_end, stack_top;
extern char heap_begin, heap_end;
int main(void);

void reset(void) {
  const uint32_t *stored = &data_stored;
  for (uint32_t *at = &data_begin; at < &data_end; at++) *at = *stored++;
  for (uint32_t *at = &bss_begin; at < &bss_end; at++) *at = 0;
  main();
  for (;;) {
  }
}

static void fault(void) {
  for (;;) {
  }
}

__attribute__((section(".vectors"), used)) static void *const vectors[] = {
    &stack_top, (void *)reset, (void *)fault, (void *)fault, (void *)fault, (void *)fault, (void *)fault,
};

/* Memory for printf's buffer. */
void *_sbrk(ptrdiff_t bytes) {
  static char *end = &heap_begin;
  char *begin = end;
  if (end + bytes > &heap_end) return (void *)-1;
  end += bytes;
  return begin;
}

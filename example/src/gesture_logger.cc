// Prints acceleration as CSV, one line every 10 ms: what a serial plotter, or a training set, is made of.
#include <cstdint>
#include <cstdio>

struct Acceleration {
  float x, y, z;  // in g
};

// The board's part: its sensor and its clock.
bool ReadAcceleration(Acceleration* acceleration);
uint32_t Milliseconds();

constexpr uint32_t kIntervalMs = 10;

int main() {
  std::printf("time_ms,ax,ay,az\n");
  const uint32_t start = Milliseconds();
  uint32_t due = start;
  for (;;) {
    // Unsigned subtraction stays right when the clock wraps around.
    if (static_cast<int32_t>(Milliseconds() - due) < 0) continue;
    Acceleration a;
    if (ReadAcceleration(&a)) {
      std::printf("%lu,%.3f,%.3f,%.3f\n", static_cast<unsigned long>(due - start), a.x, a.y, a.z);
    }
    due += kIntervalMs;
  }
}

/** For a worker that computes for seconds: where every core is busy, whoever types or looks comes first. */
import { constants, setPriority } from 'node:os';

const { PRIORITY_BELOW_NORMAL } = constants.priority;

/**
 * On Linux, 0 is the calling thread: setpriority(2), "C library/kernel differences". Elsewhere it is the whole process, which
 * is the extension host.
 */
export function yieldToWindow(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, PRIORITY_BELOW_NORMAL);
  } catch {
    // A sandbox may forbid it; the worker then competes with the window, and computes the same.
  }
}

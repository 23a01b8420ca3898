/** Calls something at most once per interval, and once more for what came in between: the last call is never lost. */
export class Pace {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastMs = -Infinity;

  constructor(
    private readonly intervalMs: number,
    private readonly call: () => void,
  ) {}

  ask(): void {
    if (this.timer) return;
    const waitMs = this.lastMs + this.intervalMs - performance.now();
    if (waitMs <= 0) this.now();
    else this.timer = setTimeout(() => this.now(), waitMs);
  }

  /** At once, with whatever waits. */
  now(): void {
    this.cancel();
    this.lastMs = performance.now();
    this.call();
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  dispose(): void {
    this.cancel();
  }
}

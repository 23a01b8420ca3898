/**
 * Asks the host one question at a time, and as a rule not more often than each interval; what was wanted in between is
 * asked once more, so that the last wish is never lost.
 */
export interface PacedQuestion {
  (): void;
  /** Waits for no interval, only for the answer under way. */
  now(): void;
}

export function pacedQuestion(intervalMs: number, ask: () => Promise<void>): PacedQuestion {
  let isAsking = false;
  let isWanted = false;
  let lastMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    isWanted = isAsking;
    if (isAsking) return;
    isAsking = true;
    lastMs = performance.now();
    void ask().finally(() => {
      isAsking = false;
      if (isWanted) now();
    });
  };
  const soon = (): void => {
    timer ??= setTimeout(now, Math.max(0, lastMs + intervalMs - performance.now()));
  };
  return Object.assign(soon, { now });
}

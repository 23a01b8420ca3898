/** Time as the connection sees it, so that a test can let hours pass. */
export interface Clock {
  /** Milliseconds, never falling. */
  nowMs(): number;
  /** @returns how to call it off */
  after(delayMs: number, callback: () => void): () => void;
}

export const hostClock: Clock = {
  nowMs: () => performance.timeOrigin + performance.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** A machine that is much too slow for its work, so that a run of seconds becomes one that a person can interrupt. */

const periodMs = 50;

export interface SlowMachine {
  restore(): void;
}

/** Lets a process run only for a share of the time, by stopping and continuing it. POSIX. */
export function slowDown(processId: number, share: number): SlowMachine {
  let running = true;
  const stopped = setInterval(() => {
    if (!running) return;
    signal(processId, 'SIGSTOP');
    running = false;
    setTimeout(
      () => {
        signal(processId, 'SIGCONT');
        running = true;
      },
      periodMs * (1 - share),
    );
  }, periodMs);
  return {
    restore() {
      clearInterval(stopped);
      signal(processId, 'SIGCONT');
    },
  };
}

function signal(processId: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(processId, name);
  } catch {
    // It ended: the window was reloaded or closed.
  }
}

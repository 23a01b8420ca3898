/** How long the extension host keeps everybody waiting, measured inside it by the driver. */
import type * as perfHooks from 'node:perf_hooks';
import { expect } from 'vitest';
import type { VSCode } from './vscode';

export interface EventLoopDelay {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** Node's own histogram: the time between ticks of a 10 ms timer, so that an idle loop shows about 10 ms. */
export function startEventLoopMeasurement(vscode: VSCode): Promise<void> {
  return vscode.inHost(({ memory, require }) => {
    const { monitorEventLoopDelay } = require('node:perf_hooks') as typeof perfHooks;
    const histogram = monitorEventLoopDelay({ resolution: 10 });
    histogram.enable();
    memory.eventLoop = histogram;
  });
}

export function eventLoopDelay(vscode: VSCode): Promise<EventLoopDelay> {
  return vscode.inHost(({ memory }) => {
    const histogram = memory.eventLoop as perfHooks.IntervalHistogram;
    histogram.disable();
    return {
      p50Ms: histogram.percentile(50) / 1e6,
      p99Ms: histogram.percentile(99) / 1e6,
      maxMs: histogram.max / 1e6,
    };
  });
}

/**
 * Resolves when the extension host has had next to nothing to do for a second: VS Code's own extensions have started,
 * whose cost is not ours, in a time that is the machine's affair.
 */
export async function hostIsIdle(vscode: VSCode): Promise<void> {
  const busy = (): Promise<number> =>
    vscode.inHost(async ({ require }) => {
      const { performance } = require('node:perf_hooks') as typeof perfHooks;
      const before = performance.eventLoopUtilization();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return performance.eventLoopUtilization(before).utilization;
    });
  await expect.poll(busy, { timeout: 30_000, interval: 0 }).toBeLessThan(0.05);
}

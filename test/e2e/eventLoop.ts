/** How long the extension host keeps everybody waiting, measured inside it by the driver. */
import type * as perfHooks from 'node:perf_hooks';
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

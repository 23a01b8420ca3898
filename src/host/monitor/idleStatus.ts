/** What the monitor says of a stream before there was one. */
import type { StreamStatus } from '../../protocol/streamWorker';

export const idleStatus: StreamStatus = {
  connection: { name: 'closed' },
  format: { kind: 'auto' },
  recognised: 'none',
  series: [],
  lastValues: new Float64Array(0),
  timing: undefined,
  counts: { lines: 0, plotted: 0, text: 0, headers: 0, rejected: 0, tooLong: 0 },
  segments: [],
  storedRows: 0,
  droppedRows: 0,
  bytes: 0,
  linesPerSecond: 0,
  endS: 0,
  recording: { name: 'off' },
  session: 0,
};

/** Whether a source that is opened goes on where the one before stopped: the same board, or another one. */
import type { SourceDescription } from '../protocol/streamWorker';

export function goesOn(before: SourceDescription, after: SourceDescription): boolean {
  if (before.kind === 'serial' && after.kind === 'serial') {
    if (before.identity?.serialNumber && after.identity?.serialNumber) {
      return before.identity.serialNumber === after.identity.serialNumber;
    }
    return before.path === after.path;
  }
  return (
    before.kind === 'tcp' && after.kind === 'tcp' && before.host === after.host && before.port === after.port
  );
}

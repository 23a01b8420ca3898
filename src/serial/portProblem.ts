/**
 * What npm serialport says, in its own words only (its errors carry no code), as a Problem that names the cure. The words
 * come from the sources of @serialport/bindings-cpp, `src/serialport_{unix,linux,win}.cpp`, and from strerror.
 */
import { usbBoardOf } from '../core/boards/usbIds';
import type { Problem } from '../core/problem';
import { problem } from '../core/problem';
import type { PortIdentity } from '../protocol/streamWorker';
import { FinalProblem } from './byteSource';
import { thisMachine, type MachineFacts } from './machineFacts';

export interface FailedPort {
  readonly path: string;
  readonly identity: PortIdentity | undefined;
}

type Cause = 'nativeMissing' | 'denied' | 'busy' | 'gone' | 'settings' | 'other';

export async function portProblem(
  reason: string,
  { path, identity }: FailedPort,
  facts: MachineFacts = thisMachine,
): Promise<Problem> {
  switch (causeOf(reason, facts.platform)) {
    case 'nativeMissing':
      return new FinalProblem(problem('serial.nativeMissing', { reason: firstLine(reason) }).sentence);
    case 'denied':
      return denied(path, facts);
    case 'busy':
      return busy(path, facts);
    case 'gone':
      return gone(path, identity, facts);
    case 'settings':
      return problem('serial.settingsRefused', { path, reason: firstLine(reason) });
    case 'other':
      return problem('serial.openFailed', { path, reason: firstLine(reason) });
  }
}

function causeOf(reason: string, platform: NodeJS.Platform): Cause {
  if (/no native build|cannot find module|\.node\b|dlopen|NODE_MODULE_VERSION/i.test(reason))
    return 'nativeMissing';
  // Windows refuses a port that somebody has open with "Access denied".
  if (/access (is )?denied/i.test(reason) && platform === 'win32') return 'busy';
  if (/permission denied|operation not permitted|access (is )?denied/i.test(reason)) return 'denied';
  if (/cannot lock port|resource (temporarily unavailable|busy)|in use/i.test(reason)) return 'busy';
  if (/no such (file|device)|file not found|ENOENT|ENXIO|ENODEV/i.test(reason)) return 'gone';
  if (/baud|invalid argument|inappropriate ioctl|error code 87|parameter is incorrect/i.test(reason))
    return 'settings';
  return 'other';
}

async function denied(path: string, facts: MachineFacts): Promise<Problem> {
  if (facts.platform === 'linux') {
    if (facts.isSnap()) return problem('serial.deniedSnap', { path });
    const group = (await facts.groupOf(path)) ?? 'dialout';
    // A device file that belongs to root alone has no rule of udev's yet.
    if (group !== 'root') return problem('serial.deniedGroup', { path, group });
    return problem('serial.deniedRule', { path });
  }
  return problem('serial.denied', { path });
}

async function busy(path: string, facts: MachineFacts): Promise<Problem> {
  const holder = await facts.holderOf(path);
  if (!holder) return problem('serial.busy', { path });
  const { pid, program } = holder;
  // A process id is a name, not an amount: no thousands are set apart.
  if (holder.isOurs) return problem('serial.busyOurs', { path, pid: String(pid) });
  return problem('serial.busyBy', { path, program, pid: String(pid) });
}

async function gone(path: string, identity: PortIdentity | undefined, facts: MachineFacts): Promise<Problem> {
  const board = usbBoardOf(identity?.vendorId, identity?.productId);
  if (board?.driver === 'ch34x' && facts.platform === 'linux' && (await facts.hasBrltty())) {
    return problem('serial.goneBrltty', { path, board: board.name });
  }
  if (await facts.isWsl()) return problem('serial.goneWsl', { path });
  if (board && board.driver !== 'cdc' && facts.platform !== 'linux') {
    return problem('serial.goneDriver', { path, board: board.name });
  }
  return problem('serial.gone', { path });
}

function firstLine(reason: string): string {
  return (reason.split('\n')[0] ?? '').slice(0, 200);
}

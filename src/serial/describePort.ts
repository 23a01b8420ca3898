/** A port of the list, or a path that a person typed, as the source to open. */
import { usbBoardOf, type ControlLines } from '../core/boards/usbIds';
import type { ListedPort } from '../protocol/portProcess';
import type { ControlSignals } from '../protocol/streamWorker';
import { identityOf } from './portIdentity';
import type { SerialDescription } from './serialSource';

/** 8 data bits, no parity, 1 stop bit; DTR and RTS as the board wants them, and both asserted where it is not known. */
export function describePort(
  path: string,
  baudRate: number,
  ports: readonly ListedPort[],
): SerialDescription {
  const port = ports.find((listed) => listed.path === path);
  const board = usbBoardOf(port?.vendorId, port?.productId);
  return {
    kind: 'serial',
    path,
    settings: { baudRate, dataBits: 8, parity: 'none', stopBits: 1, hardwareFlowControl: false },
    identity: port && identityOf(port),
    signals: signalsFor(board?.lines ?? 'run'),
  };
}

/** Equal levels leave an auto-reset board's pins alone; a CDC device sends nothing before DTR. */
function signalsFor(lines: ControlLines): ControlSignals {
  const isAsserted = lines === 'run';
  return { dtr: isAsserted, rts: isAsserted };
}

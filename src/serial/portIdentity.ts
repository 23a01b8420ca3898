/** Which board a port belongs to: it may come back under another path. */
import { usbBoardOf } from '../core/boards/usbIds';
import type { ListedPort } from '../protocol/portProcess';
import type { PortIdentity } from '../protocol/streamWorker';

/** Undefined for a port that is not on USB, or of which the system tells nothing. */
export function identityOf(port: ListedPort): PortIdentity | undefined {
  const { vendorId, productId, serialNumber, location } = port;
  if (!vendorId || !productId) return undefined;
  return {
    vendorId,
    productId,
    ...(serialNumber ? { serialNumber } : {}),
    ...(location ? { location } : {}),
  };
}

/**
 * The port of this board. With a serial number that decides, and the location only between the ports of one board;
 * without one it must be in the same place. A board whose bootloader has other ids is not this board.
 */
export function findBoard(
  ports: readonly ListedPort[],
  identity: PortIdentity,
  lastPath: string,
): ListedPort | undefined {
  const sameKind = ports.filter(
    ({ vendorId, productId }) => vendorId === identity.vendorId && productId === identity.productId,
  );
  const candidates = identity.serialNumber
    ? sameKind.filter(({ serialNumber }) => serialNumber === identity.serialNumber)
    : sameKind.filter(({ location }) => identity.location === undefined || location === identity.location);
  const inPlace = candidates.find(({ location }) => location === identity.location);
  const underPath = candidates.find(({ path }) => path === lastPath);
  if (identity.location !== undefined && inPlace) return inPlace;
  if (candidates.length <= 1) return candidates[0];
  // Several ports of one board, plugged in elsewhere: the one with the same number on the board.
  const sameInterface = candidates.find(
    ({ location }) => interfaceOf(location) === interfaceOf(identity.location),
  );
  return underPath ?? sameInterface ?? candidates[0];
}

/** What a list of ports calls it: `/dev/ttyACM0 — Arduino Uno`. */
export function portLabel(port: ListedPort): string {
  const board = usbBoardOf(port.vendorId, port.productId);
  const name = board?.name ?? port.manufacturer;
  return name ? `${port.path} — ${name}` : port.path;
}

/** `1-1.2:1.0` is interface `1.0` of the device at `1-1.2`. */
function interfaceOf(location: string | undefined): string | undefined {
  return location?.split(':')[1];
}

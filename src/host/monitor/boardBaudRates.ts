/** The baud rate that each board was read with last: the rate is the board's, whatever port it is plugged into. */
import type { PortIdentity } from '../../protocol/streamWorker';
import type { Services } from '../services';

const keptKey = 'tinyml.monitor.baudRates';
const keptBoards = 100;

/** A board's identity, or its path where the system tells no more. */
export type KnownBoard = PortIdentity | string;

export function lastBaudRate({ context }: Pick<Services, 'context'>, board: KnownBoard): number | undefined {
  return context.globalState.get<Readonly<Record<string, number>>>(keptKey, {})[keyOf(board)];
}

export async function keepBaudRate(
  { context }: Pick<Services, 'context'>,
  board: KnownBoard,
  baudRate: number,
): Promise<void> {
  const key = keyOf(board);
  const kept = context.globalState.get<Readonly<Record<string, number>>>(keptKey, {});
  const others = Object.entries(kept).filter(([name]) => name !== key);
  await context.globalState.update(
    keptKey,
    Object.fromEntries([...others, [key, baudRate] as const].slice(-keptBoards)),
  );
}

function keyOf(board: KnownBoard): string {
  if (typeof board === 'string') return board;
  const { vendorId, productId, serialNumber, location } = board;
  return [vendorId, productId, serialNumber ?? location ?? ''].join(':');
}

import { expect, it } from 'vitest';
import { keepBaudRate, lastBaudRate } from '../../../src/host/monitor/boardBaudRates';
import type { Services } from '../../../src/host/services';

function services(): Pick<Services, 'context'> {
  const memory = new Map<string, unknown>();
  const globalState = {
    get: (key: string, otherwise: unknown) => memory.get(key) ?? otherwise,
    update: (key: string, value: unknown) => Promise.resolve(void memory.set(key, value)),
  };
  return { context: { globalState } } as unknown as Pick<Services, 'context'>;
}

const uno = { vendorId: '2341', productId: '0043', serialNumber: '7', location: '1-2' };

it('a board keeps its rate, wherever it is plugged in; another board has its own', async () => {
  const kept = services();
  await keepBaudRate(kept, uno, 57600);
  await keepBaudRate(kept, '/dev/ttyS0', 9600);
  await keepBaudRate(kept, uno, 250000);
  expect(lastBaudRate(kept, { ...uno, location: '3-1' })).toBe(250000);
  expect(lastBaudRate(kept, { ...uno, serialNumber: '8' })).toBeUndefined();
  expect(lastBaudRate(kept, '/dev/ttyS0')).toBe(9600);
});

it('the boards used last are kept, and no more than a hundred', async () => {
  const kept = services();
  for (let board = 0; board < 150; board++) await keepBaudRate(kept, `COM${board}`, 300 + board);
  expect(lastBaudRate(kept, 'COM149')).toBe(449);
  expect(lastBaudRate(kept, 'COM50')).toBe(350);
  expect(lastBaudRate(kept, 'COM49')).toBeUndefined();
});

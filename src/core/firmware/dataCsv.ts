import type { DeviceCurve } from '../project/run';
import { formatStreamFloat } from './floatFormat';

/** The file that the example program writes: a line `x,y` for each inference, numbers as C++ streams print them. */
export function dataCsv({ x, y }: DeviceCurve): string {
  return Array.from(x, (value, i) => `${formatStreamFloat(value)},${formatStreamFloat(y[i] ?? 0)}\n`).join(
    '',
  );
}

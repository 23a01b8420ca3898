/**
 * When each line of a recording came: by its first column, where the header says that this is a time and what it counts.
 * Lines of files without one come as if at 115,200 baud.
 */
import { deviceTimeColumn } from '../core/stream/deviceClock';

export const bytesPerSecondUntimed = 11_520;
/** A column called `time` does not say what it counts. */
const usualUnitMs = 1;
/** Further back than this, the counter wrapped or the board was restarted: what follows goes on from here. */
const noiseMs = 100;
/** No time and no name of one takes more bytes. */
const mostFieldBytes = 32;

export class RecordedTimes {
  private isFirst = true;
  private unitMs: number | undefined;
  private highest: number | undefined;
  private atMs = 0;

  /** Milliseconds since the first line; never falling. */
  of(line: Buffer): number {
    const field =
      line
        .toString('latin1', 0, mostFieldBytes)
        .split(/[,;\t\r\n]/, 1)[0]
        ?.trim() ?? '';
    if (this.isFirst) {
      this.isFirst = false;
      const column = deviceTimeColumn(field.replaceAll('"', ''));
      this.unitMs = column && (column.unitMs ?? usualUnitMs);
    } else if (this.unitMs !== undefined) {
      this.moveTo(field === '' ? Number.NaN : Number(field), this.unitMs);
    }
    if (this.unitMs === undefined) this.atMs += (line.length * 1000) / bytesPerSecondUntimed;
    return this.atMs;
  }

  private moveTo(time: number, unitMs: number): void {
    if (!Number.isFinite(time)) return;
    const aheadMs = (time - (this.highest ?? time)) * unitMs;
    if (aheadMs > 0) this.atMs += aheadMs;
    if (this.highest === undefined || aheadMs > 0 || aheadMs < -noiseMs) this.highest = time;
  }
}

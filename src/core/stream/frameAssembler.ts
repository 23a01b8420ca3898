/**
 * Rows from lines that each carry only some of the values: Edge Impulse classes, Teleplot one per line. A frame closes
 * when a label repeats or 50 ms after it began. Only recordings and comparisons need rows; the plot keeps each series apart.
 */
const FRAME_MS = 50;

export interface Frame {
  /** The same array as long as the columns are the same. */
  readonly names: readonly string[];
  readonly values: readonly (number | string | null)[];
  readonly timeS: number;
  readonly deviceMs: number | undefined;
}

export class FrameAssembler {
  private names: readonly string[] = [];
  private readonly open = new Map<string, number | string | null>();
  private startedMs = 0;
  private timeS = 0;
  private deviceMs: number | undefined;

  constructor(private readonly emit: (frame: Frame) => void) {}

  add(
    name: string,
    value: number | string | null,
    at: { readonly timeS: number; readonly arrivalMs: number; readonly deviceMs: number | undefined },
  ): void {
    if (this.open.has(name)) this.close();
    this.tick(at.arrivalMs);
    if (this.open.size === 0) {
      this.startedMs = at.arrivalMs;
      this.timeS = at.timeS;
      this.deviceMs = at.deviceMs;
    }
    this.open.set(name, value);
  }

  tick(nowMs: number): void {
    if (this.open.size > 0 && nowMs - this.startedMs >= FRAME_MS) this.close();
  }

  close(): void {
    if (this.open.size === 0) return;
    const fresh = [...this.open.keys()].filter((name) => !this.names.includes(name));
    if (fresh.length > 0) this.names = [...this.names, ...fresh];
    const values = this.names.map((name) => this.open.get(name) ?? null);
    this.open.clear();
    this.emit({ names: this.names, values, timeS: this.timeS, deviceMs: this.deviceMs });
  }

  /** A new segment: columns are learned anew. */
  reset(): void {
    this.close();
    this.names = [];
  }
}

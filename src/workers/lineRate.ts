/** Lines per second over the last second or so. */
const overMs = 1000;

export class LineRate {
  perSecond = 0;
  private readonly looks: { readonly lines: number; readonly ms: number }[] = [];

  /** To be told some times a second how many lines there have been. */
  look(lines: number, nowMs: number): void {
    this.looks.push({ lines, ms: nowMs });
    while (this.looks.length > 2 && nowMs - (this.looks[1]?.ms ?? nowMs) >= overMs) this.looks.shift();
    const first = this.looks[0];
    if (!first || nowMs <= first.ms) return;
    const rate = ((lines - first.lines) * 1000) / (nowMs - first.ms);
    this.perSecond = rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate);
  }

  reset(): void {
    this.looks.length = 0;
    this.perSecond = 0;
  }
}

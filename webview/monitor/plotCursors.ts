/** Two lines over the plot that a person drags, or moves with the arrow keys, to measure between them. */
import { element } from '../shared/element';
import type { Words } from '../shared/words';
import type { XyChart } from '../shared/xyChart';
import type { Range } from '../shared/zoomRange';

const names = ['A', 'B'] as const;
/** Where the cursors stand at first, as shares of what is visible. */
const startShares = [1 / 3, 2 / 3] as const;
const reachPx = 8;

export class PlotCursors {
  /** Seconds, A then B; undefined while they are off. */
  times: readonly [number, number] | undefined;
  private readonly lines: readonly HTMLElement[];
  private dragged: 0 | 1 | undefined;

  constructor(
    private readonly frame: HTMLElement,
    private readonly chart: XyChart,
    private readonly words: Words,
    private readonly onMoved: () => void,
  ) {
    this.lines = names.map((name, index) => {
      const line = element('div', {
        class: 'measure',
        hidden: true,
        tabindex: 0,
        role: 'slider',
        'aria-label': words.t('monitor.cursor', { name }),
        'aria-valuenow': 0,
        'data-name': name,
      });
      line.addEventListener('keydown', (event) => {
        const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
        if (step === 0) return;
        event.preventDefault();
        event.stopPropagation();
        const pixel = this.chart.pixelAtX(this.times?.[index] ?? 0);
        this.move(index === 0 ? 0 : 1, this.chart.xAtPixel(pixel + step * (event.shiftKey ? 10 : 1)));
      });
      return line;
    });
    frame.append(...this.lines);
  }

  toggle(shown: Range): void {
    const at = (share: number): number => shown.min + share * (shown.max - shown.min);
    this.times = this.times ? undefined : [at(startShares[0]), at(startShares[1])];
    this.draw(shown);
    this.onMoved();
  }

  draw(shown: Range): void {
    const { top, bottom } = this.chart.area;
    for (const [index, line] of this.lines.entries()) {
      const time = this.times?.[index];
      line.hidden = time === undefined || time < shown.min || time > shown.max;
      if (time === undefined || line.hidden) continue;
      line.style.transform = `translate(${Math.round(this.chart.pixelAtX(time)) - 4}px, ${top}px)`;
      line.style.height = `${bottom - top}px`;
      line.setAttribute('aria-valuenow', String(time));
      line.setAttribute('aria-valuetext', this.words.t('monitor.cursorAt', { time }));
    }
  }

  /** @returns true when the pointer took a cursor */
  press(event: PointerEvent): boolean {
    if (!this.times) return false;
    const pixel = this.pixel(event);
    const away = this.times.map((time) => Math.abs(this.chart.pixelAtX(time) - pixel));
    const nearest = (away[1] ?? Infinity) < (away[0] ?? Infinity) ? 1 : 0;
    if ((away[nearest] ?? Infinity) > reachPx) return false;
    this.dragged = nearest;
    this.frame.setPointerCapture(event.pointerId);
    return true;
  }

  drag(event: PointerEvent): boolean {
    if (this.dragged === undefined) return false;
    this.move(this.dragged, this.chart.xAtPixel(this.pixel(event)));
    return true;
  }

  release(): void {
    this.dragged = undefined;
  }

  private move(which: 0 | 1, time: number): void {
    const [a, b] = this.times ?? [time, time];
    this.times = which === 0 ? [time, b] : [a, time];
    this.draw({ min: -Infinity, max: Infinity });
    this.onMoved();
  }

  private pixel(event: MouseEvent): number {
    return event.clientX - this.frame.getBoundingClientRect().left;
  }
}

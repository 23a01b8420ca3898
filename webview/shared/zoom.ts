/** Zoom along x: drag over a stretch, turn the wheel, or use the keys + - 0 and the arrows on the focused chart. */
import { element } from './element';
import type { XyChart } from './xyChart';
import { wheelTurn } from './wheelTurn';
import { moved, overlaps, smallestShare, zoomed, type Range } from './zoomRange';

const smallestDragPx = 5;

export interface ZoomOptions {
  /** What there is to see. */
  readonly full: () => Range;
  /** Called when another stretch is to be shown. */
  readonly onChange: () => void;
  /** `focused`: the wheel zooms a chart that has the focus, or with Ctrl; over all others it scrolls the page. */
  readonly wheel: 'always' | 'focused';
}

export class Zoom {
  private wanted: Range | undefined;
  private dragFrom: number | undefined;
  private readonly selection = element('div', { class: 'selection', hidden: true });

  constructor(
    private readonly frame: HTMLElement,
    private readonly chart: XyChart,
    private readonly options: ZoomOptions,
  ) {
    frame.append(this.selection);
    frame.classList.add('zoomable');
    frame.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    frame.addEventListener('pointerdown', (event) => this.press(event));
    frame.addEventListener('pointermove', (event) => this.drag(event));
    frame.addEventListener('pointerup', (event) => this.release(event));
    frame.addEventListener('pointercancel', () => this.endDrag());
    frame.addEventListener('dblclick', () => this.set(undefined));
    frame.addEventListener('keydown', (event) => {
      if (!event.ctrlKey && !event.metaKey && this.pressKey(event.key)) event.preventDefault();
    });
  }

  /** The stretch that is shown; undefined where everything is. One that has nothing of the chart any more is forgotten. */
  get range(): Range | undefined {
    if (this.wanted && !overlaps(this.wanted, this.options.full())) this.wanted = undefined;
    return this.wanted;
  }

  /** `factor` below 1 shows less. */
  by(factor: number, centre?: number): void {
    const full = this.options.full();
    const range = this.range ?? full;
    this.set(zoomed(range, full, centre ?? (range.min + range.max) / 2, factor));
  }

  set(range: Range | undefined): void {
    this.wanted = range;
    this.options.onChange();
  }

  private pressKey(key: string): boolean {
    const { range } = this;
    if (key === '+' || key === '=') this.by(1 / 2);
    else if (key === '-') this.by(2);
    else if (key === '0' || key === 'Escape') this.set(undefined);
    else if (key === 'ArrowLeft' && range) this.set(moved(range, this.options.full(), -0.2));
    else if (key === 'ArrowRight' && range) this.set(moved(range, this.options.full(), 0.2));
    else return false;
    return true;
  }

  private wheel(event: WheelEvent): void {
    if (this.options.wheel === 'focused' && !event.ctrlKey && document.activeElement !== this.frame) return;
    const { left, right } = this.chart.area;
    const { factor, share } = wheelTurn(event, right - left);
    const { range } = this;
    // Turned over a chart that shows everything, the wheel scrolls the page on.
    if (!range && factor >= 1) return;
    event.preventDefault();
    if (range && share !== 0) this.set(moved(range, this.options.full(), share));
    else this.by(factor, this.chart.xAtPixel(this.pixel(event)));
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.dragFrom = this.pixel(event);
    this.frame.setPointerCapture(event.pointerId);
  }

  private drag(event: PointerEvent): void {
    if (this.dragFrom === undefined) return;
    const { top, bottom } = this.chart.area;
    const [from, to] = this.stretch(event);
    this.selection.hidden = to - from < smallestDragPx;
    this.selection.style.transform = `translate(${from}px, ${top}px)`;
    this.selection.style.width = `${to - from}px`;
    this.selection.style.height = `${bottom - top}px`;
  }

  private release(event: PointerEvent): void {
    if (this.dragFrom === undefined) return;
    const [from, to] = this.stretch(event);
    this.endDrag();
    if (to - from < smallestDragPx) return;
    const [min, max] = [this.chart.xAtPixel(from), this.chart.xAtPixel(to)];
    const full = this.options.full();
    if (max - min > (full.max - full.min) * smallestShare) this.set({ min, max });
  }

  private endDrag(): void {
    this.dragFrom = undefined;
    this.selection.hidden = true;
  }

  /** Pixels of the stretch dragged over, left first, inside the chart's area. */
  private stretch(event: PointerEvent): [number, number] {
    const { left, right } = this.chart.area;
    const clamp = (pixel: number): number => Math.min(right, Math.max(left, pixel));
    const from = clamp(this.dragFrom ?? 0);
    const to = clamp(this.pixel(event));
    return from < to ? [from, to] : [to, from];
  }

  private pixel(event: MouseEvent): number {
    return event.clientX - this.frame.getBoundingClientRect().left;
  }
}

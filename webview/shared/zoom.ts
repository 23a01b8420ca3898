/** Zoom along x: drag over a stretch, turn the wheel, or use the keys + - 0 and the arrows on the focused chart. */
import { element } from './element';
import type { XyChart } from './xyChart';
import { moved, smallestShare, zoomed, type Range } from './zoomRange';

const wheelStep = 1.2;
const smallestDragPx = 5;

export class Zoom {
  private full: Range = { min: 0, max: 1 };
  private range: Range | undefined;
  private dragFrom: number | undefined;
  private readonly selection = element('div', { class: 'selection', hidden: true });

  constructor(
    private readonly frame: HTMLElement,
    private readonly chart: XyChart,
    private readonly onChange: (range: Range | undefined) => void,
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
      if (this.pressKey(event.key)) event.preventDefault();
    });
  }

  /** What there is to see; a zoom into something else ends. */
  reset(full: Range): void {
    this.full = full;
    this.range = undefined;
  }

  get isZoomed(): boolean {
    return this.range !== undefined;
  }

  /** `factor` below 1 shows less. */
  by(factor: number, centre?: number): void {
    const range = this.range ?? this.full;
    this.set(zoomed(range, this.full, centre ?? (range.min + range.max) / 2, factor));
  }

  set(range: Range | undefined): void {
    this.range = range;
    this.onChange(range);
  }

  private pressKey(key: string): boolean {
    if (key === '+' || key === '=') this.by(1 / 2);
    else if (key === '-') this.by(2);
    else if (key === '0' || key === 'Escape') this.set(undefined);
    else if (key === 'ArrowLeft' && this.range) this.set(moved(this.range, this.full, -0.2));
    else if (key === 'ArrowRight' && this.range) this.set(moved(this.range, this.full, 0.2));
    else return false;
    return true;
  }

  private wheel(event: WheelEvent): void {
    // Turned over a chart that shows everything, the wheel scrolls the page on.
    if (event.deltaY > 0 && !this.range) return;
    event.preventDefault();
    this.by(event.deltaY > 0 ? wheelStep : 1 / wheelStep, this.chart.xAtPixel(this.pixel(event)));
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
    const min = this.chart.xAtPixel(from);
    const max = this.chart.xAtPixel(to);
    if (max - min > (this.full.max - this.full.min) * smallestShare) this.set({ min, max });
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

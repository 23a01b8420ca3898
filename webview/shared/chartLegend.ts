/** The legend of a chart as buttons that show and hide a series, each with its line or mark and the value at the cursor. */
import { element, setText, svgElement } from './element';
import type { Mark, SeriesStyle } from './seriesStyle';
import type { XySeries } from './xySeries';

export class ChartLegend {
  readonly element: HTMLElement;
  private items: { readonly button: HTMLButtonElement; readonly value: HTMLElement }[] = [];
  private drawnFor = '';

  constructor(
    label: string,
    private readonly onToggle: (name: string) => void,
  ) {
    this.element = element('div', { class: 'legend', role: 'group', 'aria-label': label });
  }

  show(
    series: readonly XySeries[],
    hidden: ReadonlySet<string>,
    styleOf: (index: number) => SeriesStyle,
  ): void {
    const styles = series.map((_, index) => styleOf(index));
    const key = JSON.stringify(series.map(({ name, draw }, index) => [name, draw, styles[index]]));
    if (key !== this.drawnFor) {
      this.drawnFor = key;
      this.items = series.map((one, index) => this.item(one, styles[index]!));
      this.element.replaceChildren(...this.items.map(({ button }) => button));
    }
    series.forEach(({ name }, index) => {
      this.items[index]?.button.setAttribute('aria-pressed', String(!hidden.has(name)));
    });
  }

  /** One text per series, or nothing when the cursor has left. */
  readOut(values: readonly string[] | undefined): void {
    this.items.forEach(({ value }, index) => setText(value, values?.[index] ?? ''));
  }

  private item({ name, draw }: XySeries, style: SeriesStyle): ChartLegend['items'][number] {
    const value = element('span', { class: 'value', 'aria-hidden': 'true' });
    const made = element(
      'button',
      { type: 'button', 'aria-pressed': 'true' },
      sample(draw, style),
      name,
      value,
    );
    made.addEventListener('click', () => this.onToggle(name));
    return { button: made, value };
  }
}

function sample(draw: XySeries['draw'], style: SeriesStyle): SVGSVGElement {
  const drawn =
    draw === 'line'
      ? svgElement('path', {
          d: 'M0 6H24',
          fill: 'none',
          stroke: style.colour,
          'stroke-width': 2,
          'stroke-dasharray': style.dash.join(' '),
        })
      : markShape(style.mark, style.colour);
  const width = draw === 'line' ? 24 : 12;
  return svgElement(
    'svg',
    { width, height: 12, viewBox: `0 0 ${width} 12`, 'aria-hidden': 'true', focusable: 'false' },
    drawn,
  );
}

const markPaths: Readonly<Record<Exclude<Mark, 'circle'>, string>> = {
  crossRot: 'M3 3L9 9M9 3L3 9',
  triangle: 'M6 2.5L9.5 9H2.5Z',
  rect: 'M2.5 2.5H9.5V9.5H2.5Z',
  rectRot: 'M6 2L10 6L6 10L2 6Z',
  star: 'M6 2V10M2 6H10M3.2 3.2L8.8 8.8M8.8 3.2L3.2 8.8',
};

function markShape(mark: Mark, colour: string): SVGElement {
  if (mark === 'circle') return svgElement('circle', { cx: 6, cy: 6, r: 3, fill: colour });
  return svgElement('path', { d: markPaths[mark], fill: 'none', stroke: colour, 'stroke-width': 1.5 });
}

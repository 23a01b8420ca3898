/** What can be done with a chart, as a bar of small buttons: seen when the pointer or the focus is on the chart. */
import { element, svgElement } from './element';
import type { Words } from './words';

export interface ChartDeeds {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly showAll: () => void;
  readonly table: () => void;
  /** Absent where nobody saves. */
  readonly save?: { readonly png: () => void; readonly csv: () => void };
}

const icons = {
  zoomIn: 'M11.5 7A4.5 4.5 0 1 1 2.5 7A4.5 4.5 0 0 1 11.5 7ZM10.3 10.3L14 14M7 4.8V9.2M4.8 7H9.2',
  zoomOut: 'M11.5 7A4.5 4.5 0 1 1 2.5 7A4.5 4.5 0 0 1 11.5 7ZM10.3 10.3L14 14M4.8 7H9.2',
  showAll: 'M2.5 6V2.5H6M10 2.5H13.5V6M13.5 10V13.5H10M6 13.5H2.5V10',
  table: 'M2.5 3H13.5V13H2.5ZM2.5 6.5H13.5M2.5 9.75H13.5M6.5 3V13',
} as const;

export class ChartTools {
  readonly element: HTMLElement;
  private readonly whole: HTMLButtonElement;
  private readonly table: HTMLButtonElement;
  private readonly buttons: readonly HTMLButtonElement[];

  constructor({ t }: Words, title: string, tableId: string, deeds: ChartDeeds) {
    this.whole = tool(t('charts.showAll'), icon(icons.showAll), deeds.showAll);
    this.table = tool(t('charts.showAsTable'), icon(icons.table), deeds.table);
    this.table.setAttribute('aria-controls', tableId);
    const { save } = deeds;
    this.buttons = [
      tool(t('charts.zoomIn'), icon(icons.zoomIn), deeds.zoomIn),
      tool(t('charts.zoomOut'), icon(icons.zoomOut), deeds.zoomOut),
      this.whole,
      this.table,
      ...(save
        ? [tool(t('charts.savePng'), 'PNG', save.png), tool(t('charts.saveCsv'), 'CSV', save.csv)]
        : []),
    ];
    this.element = element(
      'div',
      { class: 'chart-tools', role: 'toolbar', 'aria-label': t('charts.tools', { title }) },
      ...this.buttons,
    );
    this.rove();
    this.show({ isZoomed: false, hasTable: false });
  }

  show({ isZoomed, hasTable }: { readonly isZoomed: boolean; readonly hasTable: boolean }): void {
    // Not `disabled`: a button that has just been pressed must keep the focus.
    this.whole.setAttribute('aria-disabled', String(!isZoomed));
    this.table.setAttribute('aria-expanded', String(hasTable));
  }

  /** One stop for the Tab key; the arrows go from button to button (WAI-ARIA Authoring Practices, "Toolbar"). */
  private rove(): void {
    const reach = (reached: HTMLButtonElement | undefined): void => {
      for (const one of this.buttons) one.tabIndex = one === reached ? 0 : -1;
    };
    reach(this.buttons[0]);
    this.element.addEventListener('focusin', ({ target }) => {
      reach(this.buttons.find((one) => one === target));
    });
    this.element.addEventListener('keydown', (event) => {
      const at = this.buttons.findIndex((one) => one === event.target);
      const last = this.buttons.length - 1;
      const places: Readonly<Record<string, number>> = {
        ArrowRight: at === last ? 0 : at + 1,
        ArrowLeft: at === 0 ? last : at - 1,
        Home: 0,
        End: last,
      };
      const next = this.buttons[places[event.key] ?? -1];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    });
  }
}

function tool(label: string, content: Node | string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', title: label, 'aria-label': label }, content);
  made.addEventListener('click', () => {
    if (made.getAttribute('aria-disabled') !== 'true') onClick();
  });
  return made;
}

function icon(path: string): SVGSVGElement {
  return svgElement(
    'svg',
    { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    svgElement('path', {
      d: path,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.2,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
  );
}

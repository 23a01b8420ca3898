/** Tabs as the ARIA Authoring Practices have them: arrows move along, only the chosen tab is in the tab order. */
import { element } from './element';

export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly panel: HTMLElement;
  /** Called each time the tab is chosen, after its panel has become visible. */
  readonly onShow?: () => void;
}

export class Tabs {
  readonly element: HTMLElement;
  private readonly buttons: readonly HTMLButtonElement[];
  private chosen: string | undefined;

  constructor(
    label: string,
    private readonly tabs: readonly Tab[],
    private readonly onChoose: (id: string) => void,
  ) {
    this.buttons = tabs.map(({ id, title, panel }) => {
      panel.id = `panel-${id}`;
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', `tab-${id}`);
      panel.hidden = true;
      const button = element(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${id}`,
          'aria-controls': panel.id,
          'aria-selected': 'false',
          tabindex: -1,
        },
        title,
      );
      button.addEventListener('click', () => this.choose(id));
      return button;
    });
    const list = element('div', { class: 'tabs', role: 'tablist', 'aria-label': label }, ...this.buttons);
    list.addEventListener('keydown', (event) => this.pressKey(event));
    this.element = element('div', { class: 'tabbed' }, list, ...tabs.map(({ panel }) => panel));
  }

  get current(): string | undefined {
    return this.chosen;
  }

  choose(id: string): void {
    if (this.chosen === id) return;
    this.chosen = id;
    this.tabs.forEach((tab, index) => {
      const isChosen = tab.id === id;
      tab.panel.hidden = !isChosen;
      this.buttons[index]?.setAttribute('aria-selected', String(isChosen));
      this.buttons[index]?.setAttribute('tabindex', isChosen ? '0' : '-1');
    });
    this.onChoose(id);
    this.tabs.find((tab) => tab.id === id)?.onShow?.();
  }

  private pressKey(event: KeyboardEvent): void {
    const last = this.tabs.length - 1;
    const at = this.tabs.findIndex(({ id }) => id === this.chosen);
    const next = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    const tab = next === undefined ? undefined : this.tabs[next];
    if (!tab || next === undefined) return;
    event.preventDefault();
    this.choose(tab.id);
    this.buttons[next]?.focus();
  }
}

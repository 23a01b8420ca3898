/** The looks of all series, kept over reloads of the page. */
import type { Page } from '../shared/page';
import { parseLooks, type Looks, type SeriesLook } from './seriesLook';

/** Names come from the board: more than this are no choices a person made. */
const mostLooks = 300;

export class SeriesLooks {
  private looks: Looks;

  constructor(
    private readonly page: Pick<Page<{ readonly type: string }>, 'recall' | 'keep'>,
    private readonly onChange: () => void,
  ) {
    this.looks = parseLooks(page.recall('looks'));
  }

  /** `isHidden` is what the board asked for; the person's choice goes before. */
  isHidden({ name, hidden }: { readonly name: string; readonly hidden: boolean }): boolean {
    return this.looks[name]?.hidden ?? hidden;
  }

  colour(name: string): string | undefined {
    return this.looks[name]?.colour;
  }

  unit({ name, unit }: { readonly name: string; readonly unit: string }): string {
    return this.looks[name]?.unit ?? unit;
  }

  set(name: string, look: SeriesLook): void {
    const others = Object.entries(this.looks).filter(([other]) => other !== name);
    const changed = { ...this.looks[name], ...look };
    this.looks = Object.fromEntries([...others, [name, changed] as const].slice(-mostLooks));
    this.page.keep('looks', JSON.stringify(this.looks));
    this.onChange();
  }
}

/** Names and values below each other. */
import { element } from './element';

export type Fact = readonly [name: string, value: string | Node];

export function facts(list: readonly Fact[]): HTMLElement {
  return element(
    'dl',
    { class: 'facts' },
    ...list.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}

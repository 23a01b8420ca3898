/** Which subgraph the graph shows; not there for a model of one. */
import { displayName } from '../../src/core/inspect/displayName';
import { element } from '../shared/element';
import { dropdown } from '../shared/ui';
import type { InspectorPage, ModelState } from './inspectorPage';

export class SubgraphPicker {
  readonly element = element('div', { class: 'field', hidden: true });
  private shown = '';

  constructor(
    private readonly page: InspectorPage,
    private readonly onChoose: (subgraph: number) => void,
  ) {}

  show(subgraphs: ModelState['subgraphs'], chosen: number): void {
    const names = subgraphs.map(({ index, name }) => `${index} ${displayName(name)}`);
    const key = (subgraph: number): string => [subgraph, ...names].join('\n');
    if (this.shown === key(chosen)) return;
    this.shown = key(chosen);
    this.element.hidden = names.length < 2;
    this.element.replaceChildren(
      dropdown({
        label: this.page.words.t('inspector.subgraph'),
        options: names.map((text, index) => ({ value: String(index), text })),
        value: String(chosen),
        onChange: (value) => {
          // It stands where the person has put it, and is not made anew: it keeps the focus.
          this.shown = key(Number(value));
          this.onChoose(Number(value));
        },
      }),
    );
  }
}

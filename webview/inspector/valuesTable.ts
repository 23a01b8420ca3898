/** The values of a tensor, page by page, each row led by the place of its first value. */
import type { ValuesPage } from '../../src/core/inspect/valuesPage';
import { element } from '../shared/element';
import { failureText } from '../shared/failureText';
import { button, numberField, table } from '../shared/ui';
import type { InspectorPage } from './inspectorPage';
import { placeText } from './placeText';

const columns = 8;
const rowsAPage = 16;
const pageLength = columns * rowsAPage;

export interface ValuesTableOptions {
  readonly subgraph: number;
  readonly tensor: number;
  readonly shape: readonly number[];
  readonly kind: 'real' | 'raw';
}

export function valuesTable(page: InspectorPage, options: ValuesTableOptions): HTMLElement {
  const { t, number } = page.words;
  const { subgraph, tensor, shape, kind } = options;
  const place = element('div', { class: 'values' });
  let asked = 0;
  const show = async (offset: number): Promise<void> => {
    const turn = ++asked;
    try {
      const answer = await page.ask('values', { subgraph, tensor, offset, count: pageLength, kind });
      if (turn === asked) place.replaceChildren(...(answer ? [...controls(answer), valueRows(answer)] : []));
    } catch (error) {
      place.replaceChildren(element('p', { class: 'error' }, failureText(page.words, error)));
    }
  };
  const go = (offset: number): void => void show(offset);

  function controls({ offset, total, values }: ValuesPage): readonly HTMLElement[] {
    const last = Math.floor(Math.max(0, total - 1) / pageLength) * pageLength;
    return [
      element(
        'div',
        { class: 'controls' },
        button({
          text: t('inspector.previous'),
          disabled: offset === 0,
          onClick: () => go(Math.max(0, offset - pageLength)),
        }),
        button({
          text: t('inspector.next'),
          disabled: offset >= last,
          onClick: () => go(Math.min(last, offset + pageLength)),
        }),
        numberField({
          before: t('inspector.fromValue'),
          after: t('inspector.ofValues', { total }),
          value: offset,
          min: 0,
          max: Math.max(0, total - 1),
          onChange: go,
        }),
        element(
          'span',
          { class: 'description', role: 'status' },
          t('inspector.valuesShown', { from: offset, to: offset + values.length - 1 }),
        ),
      ),
    ];
  }

  function valueRows({ offset, values }: ValuesPage): HTMLElement {
    const rows: string[][] = [];
    for (let at = 0; at < values.length; at += columns) {
      const cells = Array.from(values.subarray(at, at + columns), (value) => number(value));
      rows.push([
        placeText(offset + at, shape),
        ...cells,
        ...Array.from({ length: columns - cells.length }, () => ''),
      ]);
    }
    return table({
      label: t('inspector.values'),
      columns: [
        { title: t('inspector.place'), kind: 'text' },
        ...Array.from({ length: columns }, (_, at) => ({ title: `+${at}`, kind: 'number' as const })),
      ],
      rows,
    });
  }

  go(0);
  return place;
}

/** The values of a tensor, page by page, each row led by the place of its first value. */
import type { ValuesPage } from '../../src/core/inspect/valuesPage';
import { formatNumber, measuredDigits } from '../../l10n/format';
import { element, setText } from '../shared/element';
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
  /** The value to start with. */
  readonly offset: number;
}

export interface ValuesTable {
  readonly element: HTMLElement;
  /** The first page is there, or why there is none. Never rejects. */
  readonly ready: Promise<void>;
  /** The first value that is shown. */
  readonly offset: () => number;
  /** The same values in another way. */
  readonly show: (kind: 'real' | 'raw') => void;
}

export function valuesTable(page: InspectorPage, options: ValuesTableOptions): ValuesTable {
  const { subgraph, tensor, shape } = options;
  const rows = element('div');
  const place = element('div', { class: 'values' }, rows);
  let { kind, offset } = options;
  let asked = 0;
  let controls: ReturnType<typeof makeControls> | undefined;

  const go = async (wanted: number): Promise<void> => {
    const turn = ++asked;
    try {
      const params = { subgraph, tensor, offset: wanted, count: pageLength, kind };
      const answer = await page.ask('values', params);
      if (turn === asked && answer) show(answer);
    } catch (error) {
      if (turn === asked)
        rows.replaceChildren(element('p', { class: 'error' }, failureText(page.words, error)));
    }
  };

  function show(answer: ValuesPage): void {
    offset = answer.offset;
    // What a person has just pressed stays, and keeps the focus.
    if (!controls) {
      controls = makeControls(page, answer.total, (wanted) => void go(wanted));
      place.prepend(controls.element);
    }
    controls.show(answer);
    rows.replaceChildren(valueRows(page, answer, shape));
  }

  return {
    element: place,
    ready: go(offset),
    offset: () => offset,
    show: (wanted) => {
      kind = wanted;
      void go(offset);
    },
  };
}

function makeControls(
  page: InspectorPage,
  total: number,
  go: (offset: number) => void,
): { readonly element: HTMLElement; readonly show: (shown: ValuesPage) => void } {
  const { t } = page.words;
  const last = Math.floor(Math.max(0, total - 1) / pageLength) * pageLength;
  let offset = 0;
  const previous = button({
    text: t('inspector.previous'),
    onClick: () => go(Math.max(0, offset - pageLength)),
  });
  const next = button({ text: t('inspector.next'), onClick: () => go(Math.min(last, offset + pageLength)) });
  const from = numberField({
    before: t('inspector.fromValue'),
    after: t('inspector.ofValues', { total }),
    value: offset,
    min: 0,
    max: Math.max(0, total - 1),
    onChange: go,
  });
  const status = element('span', { class: 'description', role: 'status' });
  return {
    element: element('div', { class: 'controls' }, previous, next, from, status),
    show: (shown) => {
      offset = shown.offset;
      const focused = document.activeElement;
      previous.disabled = offset === 0;
      next.disabled = offset >= last;
      // A button that cannot be pressed any more hands the focus to the one that leads back.
      if (focused === next && next.disabled) previous.focus();
      if (focused === previous && previous.disabled) next.focus();
      const field = from.querySelector('input')!;
      field.value = field.defaultValue = String(offset);
      setText(status, t('inspector.valuesShown', { from: offset, to: offset + shown.values.length - 1 }));
    },
  };
}

function valueRows(
  { words: { t, language } }: InspectorPage,
  { offset, values }: ValuesPage,
  shape: readonly number[],
): HTMLElement {
  const rows: string[][] = [];
  for (let at = 0; at < values.length; at += columns) {
    const cells = Array.from(values.subarray(at, at + columns), (value) =>
      formatNumber(value, language, measuredDigits),
    );
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

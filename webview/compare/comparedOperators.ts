/** Operators of two models side by side, matched in order; the chosen pair's differences one by one. */
import type { ComparedOperator, ModelComparison } from '../../src/core/inspect/compare';
import type { Change } from '../../src/core/inspect/compareTensors';
import { shapeText } from '../../src/core/inspect/displayName';
import type { OperatorRow } from '../../src/core/inspect/operators';
import type { ComparePageSide } from '../../src/protocol/comparePage';
import { element } from '../shared/element';
import { fileText } from '../shared/fileText';
import { GridPanel } from '../shared/gridPanel';
import type { GridColumn } from '../shared/gridRows';
import type { Page } from '../shared/page';
import { dropdown, linkButton, table } from '../shared/ui';
import type { Words } from '../shared/words';

export class ComparedOperators {
  readonly element = element('section');
  private readonly details = element('div', { class: 'pair', 'aria-live': 'polite' });
  private readonly panel: GridPanel<Row>;
  private rows: readonly Row[] = [];
  private onlyChanged: boolean;

  constructor(
    private readonly page: Page<ComparePageSide['event']>,
    onCopy: (text: string) => void,
  ) {
    const { t } = page.words;
    this.onlyChanged = page.recall('onlyChanged') !== false;
    this.panel = new GridPanel<Row>({
      page,
      id: 'pairs',
      label: t('inspector.comparedOperators'),
      filterLabel: t('inspector.filterOperators'),
      columns: columns(page.words),
      keyOf: ({ position }) => String(position),
      empty: t('inspector.noDifferences'),
      rowClass: ({ pair }) => pair.kind,
      onSelect: (row) => this.showDetails(row),
      onOpen: () => this.details.querySelector('button')?.focus(),
      onCopy,
      controls: [
        dropdown({
          label: t('inspector.show'),
          options: [
            { value: 'changed', text: t('inspector.changedOnly') },
            { value: 'all', text: t('inspector.allOperators') },
          ],
          value: this.onlyChanged ? 'changed' : 'all',
          onChange: (value) => {
            this.onlyChanged = value === 'changed';
            page.keep('onlyChanged', this.onlyChanged);
            this.showRows();
          },
        }),
      ],
    });
  }

  show({ operators }: ModelComparison): void {
    const { t } = this.page.words;
    const count = (kind: ComparedOperator['kind']): number =>
      operators.filter((pair) => pair.kind === kind).length;
    this.rows = operators.map((pair, position) => ({ pair, position }));
    this.details.replaceChildren(element('p', { class: 'description' }, t('inspector.choosePair')));
    this.element.replaceChildren(
      element('h2', {}, t('inspector.comparedOperators')),
      element(
        'p',
        {},
        t('inspector.pairCounts', {
          same: count('same'),
          changed: count('changed'),
          removed: count('removed'),
          added: count('added'),
        }),
      ),
      this.panel.element,
      this.details,
    );
    this.showRows();
  }

  private showRows(): void {
    this.panel.show(this.onlyChanged ? this.rows.filter(({ pair }) => pair.kind !== 'same') : this.rows);
    this.panel.restoreScroll();
  }

  private showDetails({ pair }: Row): void {
    const { page } = this;
    const { t } = page.words;
    const link = (side: 'before' | 'after', row: OperatorRow | undefined): readonly Node[] =>
      row
        ? [
            linkButton(
              side === 'before'
                ? t('inspector.inspectBefore', { operator: String(row.index) })
                : t('inspector.inspectAfter', { operator: String(row.index) }),
              () => page.send({ type: 'inspect', side, subgraph: row.subgraph, operator: row.index }),
            ),
          ]
        : [];
    this.details.replaceChildren(
      element('h3', {}, fileText(nameOf(pair)), ` · ${pairWord(page.words, pair)}`),
      element(
        'div',
        { class: 'controls' },
        ...link('before', rowBefore(pair)),
        ...link('after', rowAfter(pair)),
      ),
      ...(pair.kind === 'changed'
        ? [
            table({
              label: t('inspector.changes'),
              columns: [
                { title: t('inspector.what'), kind: 'text' },
                { title: t('inspector.place'), kind: 'text' },
                { title: t('inspector.before'), kind: 'text' },
                { title: t('inspector.after'), kind: 'text' },
              ],
              rows: pair.changes.map((change) => changeRow(page.words, change)),
            }),
          ]
        : []),
    );
  }
}

interface Row {
  readonly pair: ComparedOperator;
  readonly position: number;
}

function rowBefore(pair: ComparedOperator): OperatorRow | undefined {
  return pair.kind === 'added' ? undefined : pair.before;
}

function rowAfter(pair: ComparedOperator): OperatorRow | undefined {
  return pair.kind === 'removed' ? undefined : pair.after;
}

function nameOf(pair: ComparedOperator): string {
  return (rowAfter(pair) ?? rowBefore(pair))?.name ?? '';
}

function columns(words: Words): readonly GridColumn<Row>[] {
  const { t, number } = words;
  const label = (row: OperatorRow | undefined): string =>
    row ? `${row.subgraph > 0 ? `${row.subgraph}:` : ''}op${row.index}` : '–';
  const outputs = (row: OperatorRow | undefined): string =>
    row?.outputs.map(({ type, shape }) => `${type} ${shapeText(shape)}`).join(', ') ?? '';
  return [
    {
      key: 'kind',
      title: t('inspector.change'),
      kind: 'text',
      width: 92,
      text: ({ pair }) => pairWord(words, pair),
    },
    {
      key: 'before',
      title: t('inspector.before'),
      kind: 'text',
      width: 80,
      text: ({ pair }) => label(rowBefore(pair)),
    },
    {
      key: 'after',
      title: t('inspector.after'),
      kind: 'text',
      width: 80,
      text: ({ pair }) => label(rowAfter(pair)),
    },
    {
      key: 'name',
      title: t('inspector.operator'),
      kind: 'text',
      width: 170,
      grow: 1,
      text: ({ pair }) => nameOf(pair),
    },
    {
      key: 'outputs',
      title: t('inspector.outputs'),
      kind: 'text',
      width: 170,
      grow: 1.4,
      text: ({ pair }) => {
        const [was, is] = [outputs(rowBefore(pair)), outputs(rowAfter(pair))];
        return was === is || was === '' || is === '' ? is || was : `${was} → ${is}`;
      },
    },
    {
      key: 'changes',
      title: t('inspector.changes'),
      kind: 'text',
      width: 180,
      grow: 2,
      text: ({ pair }) =>
        pair.kind === 'changed'
          ? [
              ...new Set(
                pair.changes.map(({ what, place }) =>
                  `${changeWord(words, what)} ${placeWord(words, place)}`.trim(),
                ),
              ),
            ].join(', ')
          : '',
    },
    {
      key: 'weights',
      title: t('inspector.largestChange'),
      kind: 'number',
      width: 130,
      text: ({ pair }) => {
        const largest = largestChange(pair);
        return largest === undefined ? '' : number(largest);
      },
      value: ({ pair }) => largestChange(pair),
    },
  ];
}

function largestChange(pair: ComparedOperator): number | undefined {
  if (pair.kind !== 'changed') return undefined;
  const all = pair.changes.flatMap(({ largestDifference }) => largestDifference ?? []);
  return all.length === 0 ? undefined : Math.max(...all);
}

function changeRow(words: Words, change: Change): readonly (string | { readonly content: Node })[] {
  const { what, place, before, after, largestDifference } = change;
  const head = [changeWord(words, what), placeWord(words, place)];
  if (what === 'weights') {
    const said = words.t('inspector.weightsChanged', {
      differing: Number(after),
      total: Number(before),
      largest: largestDifference ?? NaN,
    });
    return [...head, '', said];
  }
  return [...head, { content: fileText(before) }, { content: fileText(after) }];
}

function pairWord({ t }: Words, { kind }: ComparedOperator): string {
  switch (kind) {
    case 'same':
      return t('inspector.pairSame');
    case 'changed':
      return t('inspector.pairChanged');
    case 'removed':
      return t('inspector.pairRemoved');
    case 'added':
      return t('inspector.pairAdded');
  }
}

function changeWord({ t }: Words, what: Change['what']): string {
  switch (what) {
    case 'version':
      return t('inspector.version');
    case 'parameter':
      return t('inspector.parameter');
    case 'type':
      return t('inspector.type');
    case 'shape':
      return t('inspector.shape');
    case 'scale':
      return t('inspector.scale');
    case 'zeroPoint':
      return t('inspector.zeroPoint');
    case 'weights':
      return t('inspector.weights');
    case 'operand':
      return t('inspector.operand');
  }
}

/** Names of parameters stay as they are. */
function placeWord({ t }: Words, place: string): string {
  const [, side, position] = /^(input|output) (\d+)$/.exec(place) ?? [];
  if (side === undefined || position === undefined) return place;
  return side === 'input'
    ? t('inspector.inputAt', { position: Number(position) })
    : t('inspector.outputAt', { position: Number(position) });
}

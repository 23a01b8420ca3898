/** Everything about one tensor: what it is, and for a constant what its values are like. */
import { shapeText } from '../../src/core/inspect/displayName';
import type { Statistics, TensorDetails } from '../../src/core/inspect/tensorDetails';
import type { TensorRow } from '../../src/core/inspect/tensors';
import { andMore } from '../shared/andMore';
import { element } from '../shared/element';
import { facts, type Fact } from '../shared/facts';
import { failureText } from '../shared/failureText';
import { fileText } from '../shared/fileText';
import { button, dropdown, linkButton } from '../shared/ui';
import { channelsSection } from './channelsSection';
import { heatMapCanvas } from './heatMapCanvas';
import { exportFile } from './exportFile';
import { histogramChart } from './histogramChart';
import type { InspectorPage } from './inspectorPage';
import { keyOf } from './target';
import { roleWord } from './tensorColumns';
import { valuesTable, type ValuesTable } from './valuesTable';

/** A constant that every layer shares has thousands of readers. */
const mostLinks = 24;

interface Shown {
  readonly row: TensorRow;
  readonly details: TensorDetails;
  readonly values: ValuesTable | undefined;
  readonly statistics: HTMLElement;
}

export class TensorDetailsView {
  readonly element = element('div', { class: 'details' });
  private asked = 0;
  private kind: 'real' | 'raw';
  private shown: Shown | undefined;

  constructor(private readonly page: InspectorPage) {
    this.kind = page.recall('values') === 'raw' ? 'raw' : 'real';
  }

  async show(row: TensorRow): Promise<void> {
    const turn = ++this.asked;
    const before = this.shown && keyOf(this.shown.row) === keyOf(row) ? this.shown : undefined;
    // When a model was read again, what is there stays until the new is there.
    if (!before) {
      this.shown = undefined;
      this.element.replaceChildren(...this.head(row));
    }
    try {
      const details = await this.page.ask('tensor', { subgraph: row.subgraph, tensor: row.index });
      if (turn !== this.asked) return;
      if (details) await this.draw(row, details, before?.values?.offset() ?? 0, turn);
      else this.element.replaceChildren(...this.head(row));
    } catch (error) {
      if (turn !== this.asked) return;
      const why = element('p', { class: 'error' }, failureText(this.page.words, error));
      this.element.replaceChildren(...this.head(row), why);
    }
  }

  private async draw(row: TensorRow, details: TensorDetails, offset: number, turn: number): Promise<void> {
    const { subgraph, index: tensor, shape } = row;
    const values = details.statistics
      ? valuesTable(this.page, { subgraph, tensor, shape, kind: this.kindOf(details), offset })
      : undefined;
    await values?.ready;
    if (turn !== this.asked) return;
    this.shown = { row, details, values, statistics: element('div') };
    this.showStatistics();
    this.element.replaceChildren(
      ...this.head(row, details),
      ...(values ? this.valueParts(this.shown, values) : [this.noValues(row)]),
      ...channelsSection(this.page, details),
    );
  }

  /** Only what is quantized has codes. */
  private kindOf({ codeStatistics }: TensorDetails): 'real' | 'raw' {
    return codeStatistics ? this.kind : 'real';
  }

  private noValues({ role, type }: TensorRow): HTMLElement {
    const { t } = this.page.words;
    const why = role === 'constant' ? t('inspector.valuesNotShown', { type }) : t('inspector.noValues');
    return element('p', { class: 'description' }, why);
  }

  private head(row: TensorRow, details?: TensorDetails): readonly HTMLElement[] {
    const { page } = this;
    const { t, number } = page.words;
    const links = (operators: readonly number[]): Node =>
      element(
        'span',
        { class: 'links' },
        ...(operators.length === 0 ? ['–'] : []),
        ...operators
          .slice(0, mostLinks)
          .map((index) =>
            linkButton(`op${index}`, () =>
              page.goTo({ kind: 'operator', subgraph: row.subgraph, index }, 'table'),
            ),
          ),
        ...andMore(page.words, operators.length - mostLinks),
      );
    const list: Fact[] = [
      [t('inspector.type'), row.type],
      [t('inspector.shape'), shapeText(row.shape)],
      [t('inspector.role'), roleWord(page.words, row.role)],
      [t('inspector.bytes'), number(row.bytes)],
      [t('inspector.buffer'), String(row.buffer)],
    ];
    if (row.shapeSignature) list.push([t('inspector.shapeSignature'), shapeText(row.shapeSignature)]);
    if (details) list.push([t('inspector.elements'), number(details.elements)]);
    if (row.quantization) {
      const { scales, scale, zeroPoint, dimension } = row.quantization;
      list.push([
        t('inspector.quantization'),
        scales > 1
          ? t('inspector.manyScales', { count: scales, dimension })
          : t('inspector.oneScale', {
              scale: String(Number(scale.toPrecision(9))),
              zeroPoint: String(zeroPoint),
            }),
      ]);
    }
    list.push(
      [t('inspector.writtenBy'), links(row.producers)],
      [t('inspector.readBy'), links(row.consumers)],
    );
    return [element('h2', {}, `t${row.index} `, fileText(row.name)), facts(list)];
  }

  private valueParts({ row, details, statistics }: Shown, values: ValuesTable): readonly HTMLElement[] {
    const { page } = this;
    const { t } = page.words;
    const { subgraph, index: tensor } = row;
    const { histogram, codeUse, codeStatistics, heatMap } = details;
    const save = (what: 'npy' | 'csv') => (): void => {
      void exportFile(page, { what, subgraph, tensor, values: this.kind });
    };
    const parts: HTMLElement[] = [
      element(
        'div',
        { class: 'controls' },
        ...(codeStatistics
          ? [
              dropdown({
                label: t('inspector.show'),
                options: [
                  { value: 'real', text: t('inspector.realValues') },
                  { value: 'raw', text: t('inspector.rawValues') },
                ],
                value: this.kind,
                onChange: (value) => this.setKind(value === 'raw' ? 'raw' : 'real'),
              }),
            ]
          : []),
        button({ text: t('inspector.saveNpy'), onClick: save('npy') }),
        button({ text: t('inspector.saveCsv'), onClick: save('csv') }),
      ),
      element('h3', {}, t('inspector.statistics')),
      statistics,
    ];
    if (codeUse) {
      const { used, possible, saturatedShare } = codeUse;
      parts.push(
        element('p', {}, t('inspector.codeUse', { used, possible, share: percent(saturatedShare) })),
      );
    }
    if (histogram) {
      const title = histogram.isPerCode ? t('inspector.histogramOfCodes') : t('inspector.histogramOfValues');
      parts.push(element('h3', {}, title), histogramChart(page.words, title, histogram));
    }
    if (heatMap) parts.push(element('h3', {}, t('inspector.heatMap')), heatMapCanvas(page.words, heatMap));
    return [...parts, element('h3', {}, t('inspector.values')), values.element];
  }

  /** Charts and channels say the same of both: they stay as they are. */
  private setKind(kind: 'real' | 'raw'): void {
    this.kind = kind;
    this.page.keep('values', kind);
    this.showStatistics();
    this.shown?.values?.show(kind);
  }

  private showStatistics(): void {
    if (!this.shown) return;
    const { details, statistics: place } = this.shown;
    const { codeStatistics, statistics } = details;
    const of = this.kind === 'raw' && codeStatistics ? codeStatistics : statistics;
    if (of) place.replaceChildren(this.statistics(of));
  }

  private statistics(of: Statistics): HTMLElement {
    const { t, number } = this.page.words;
    return facts([
      [t('inspector.minimum'), number(of.minimum)],
      [t('inspector.maximum'), number(of.maximum)],
      [t('inspector.mean'), number(of.mean)],
      [t('inspector.deviation'), number(of.standardDeviation)],
      [t('inspector.zeros'), percent(of.zeroShare)],
      ...(of.notFiniteShare > 0 ? [[t('inspector.notFinite'), percent(of.notFiniteShare)] as const] : []),
    ]);
  }
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))}%`;
}

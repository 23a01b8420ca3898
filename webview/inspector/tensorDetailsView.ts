/** Everything about one tensor: what it is, and for a constant what its values are like. */
import { shapeText } from '../../src/core/inspect/displayName';
import type { Statistics, TensorDetails } from '../../src/core/inspect/tensorDetails';
import type { TensorRow } from '../../src/core/inspect/tensors';
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
import { roleWord } from './tensorColumns';
import { valuesTable } from './valuesTable';

export class TensorDetailsView {
  readonly element = element('div', { class: 'details' });
  private asked = 0;
  private kind: 'real' | 'raw';
  private shown: { readonly row: TensorRow; readonly details: TensorDetails } | undefined;

  constructor(private readonly page: InspectorPage) {
    this.kind = page.recall('values') === 'raw' ? 'raw' : 'real';
  }

  show(row: TensorRow): void {
    const turn = ++this.asked;
    this.element.replaceChildren(...this.head(row));
    this.page.ask('tensor', { subgraph: row.subgraph, tensor: row.index }).then(
      (details) => {
        if (turn !== this.asked || !details) return;
        this.shown = { row, details };
        this.draw();
      },
      (error: unknown) => {
        if (turn === this.asked) {
          this.element.append(element('p', { class: 'error' }, failureText(this.page.words, error)));
        }
      },
    );
  }

  private draw(): void {
    if (!this.shown) return;
    const { row, details } = this.shown;
    this.element.replaceChildren(
      ...this.head(row, details),
      ...(details.statistics ? this.valueParts(row, details) : [this.noValues()]),
      ...channelsSection(this.page, details),
    );
  }

  private noValues(): HTMLElement {
    return element('p', { class: 'description' }, this.page.words.t('inspector.noValues'));
  }

  private head(row: TensorRow, details?: TensorDetails): readonly HTMLElement[] {
    const { page } = this;
    const { t, number } = page.words;
    const links = (operators: readonly number[]): Node =>
      element(
        'span',
        { class: 'links' },
        ...(operators.length === 0
          ? ['–']
          : operators.map((index) =>
              linkButton(`op${index}`, () =>
                page.goTo({ kind: 'operator', subgraph: row.subgraph, index }, 'table'),
              ),
            )),
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

  private valueParts(row: TensorRow, details: TensorDetails): readonly HTMLElement[] {
    const { page } = this;
    const { t } = page.words;
    const { subgraph, index: tensor } = row;
    const { histogram, codeUse, codeStatistics, heatMap } = details;
    const statistics = this.kind === 'raw' && codeStatistics ? codeStatistics : details.statistics;
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
    ];
    if (statistics) parts.push(element('h3', {}, t('inspector.statistics')), this.statistics(statistics));
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
    parts.push(
      element('h3', {}, t('inspector.values')),
      valuesTable(page, { subgraph, tensor, shape: row.shape, kind: codeStatistics ? this.kind : 'real' }),
    );
    return parts;
  }

  private setKind(kind: 'real' | 'raw'): void {
    this.kind = kind;
    this.page.keep('values', kind);
    this.draw();
    this.element.querySelector<HTMLElement>('vscode-dropdown')?.focus();
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
  return `${Number((share * 100).toPrecision(3))} %`;
}

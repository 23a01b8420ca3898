/** The numbers that a model has learned, layer by layer, listed when somebody asks: floats, or the codes of the int8 file. */
import { tableCsv, type Table } from '../../src/core/inspect/table';
import { mostShownParameters, type RunModel } from '../../src/core/project/run';
import type { LayerCodes } from '../../src/core/quantize/layerCodes';
import { element, setText } from '../shared/element';
import { dropdown, linkButton, table } from '../shared/ui';
import type { TrainingPage } from './trainingCard';
import { codeTable, realTable, type InputNames } from './weightTables';

/** More cells than anybody reads; a copy has them all. */
const mostRows = 64;
const mostColumns = 32;
const copiedMs = 2000;

export interface ShownWeights {
  readonly model: RunModel;
  /** What one sample holds. */
  readonly inputNames: readonly string[];
  /** Of the int8 file, where it was made of this model. */
  readonly codes?: readonly LayerCodes[];
}

export class WeightsView {
  readonly element: HTMLDetailsElement;
  private readonly body = element('div', { class: 'weights' });
  private shown: ShownWeights | undefined;
  private kind: 'real' | 'codes' = 'real';

  constructor(private readonly page: TrainingPage) {
    this.element = element(
      'details',
      { hidden: true },
      element('summary', {}, page.words.t('training.weights')),
      this.body,
    );
    this.element.addEventListener('toggle', () => this.fill());
  }

  show(shown: ShownWeights): void {
    const { model, codes } = shown;
    const isKnown = model.result === this.shown?.model.result && codes === this.shown?.codes;
    this.shown = shown;
    if (isKnown) return;
    this.element.hidden = !model.result?.weights && model.parameters <= mostShownParameters;
    this.fill();
  }

  private fill(): void {
    const { shown } = this;
    const { t } = this.page.words;
    this.body.replaceChildren();
    if (!this.element.open || !shown?.model.result) return;
    const { weights } = shown.model.result;
    if (!weights) {
      const { parameters } = shown.model;
      this.body.append(element('p', {}, t('training.weights.tooMany', { parameters })));
      return;
    }
    if (shown.codes) this.body.append(this.kindChoice());
    shown.model.layers.forEach((layer, index) => {
      const names: InputNames = (input) =>
        index === 0
          ? (shown.inputNames[input] ?? '')
          : t('training.weights.neuron', { layer: index, neuron: input + 1 });
      const [real, codes] = [weights[index], shown.codes?.[index]];
      const isCoded = this.kind === 'codes' && codes !== undefined;
      const made = isCoded
        ? codeTable(this.page.words, names, codes)
        : real && realTable(this.page.words, names, real);
      const title = t('training.weights.layer', { layer: index + 1, type: layer.activation });
      if (made) this.body.append(...this.layerParts(title, made));
    });
  }

  private kindChoice(): HTMLElement {
    const { t } = this.page.words;
    return dropdown({
      label: t('training.weights.show'),
      options: [
        { value: 'real', text: t('training.weights.real') },
        { value: 'codes', text: t('training.weights.codes') },
      ],
      value: this.kind,
      onChange: (value) => {
        this.kind = value === 'codes' ? 'codes' : 'real';
        this.fill();
        this.body.querySelector<HTMLElement>('vscode-dropdown')?.focus();
      },
    });
  }

  private layerParts(title: string, whole: Table): readonly HTMLElement[] {
    const { t, number } = this.page.words;
    const copy = linkButton(t('training.weights.copy'), () => {
      this.page.send({ type: 'copy', text: tableCsv(whole) });
      setText(copy, t('training.weights.copied'));
      setTimeout(() => setText(copy, t('training.weights.copy')), copiedMs);
    });
    const rows = whole.rows.length;
    const columns = whole.head.length;
    const isCut = rows > mostRows || columns > mostColumns + 1;
    return [
      element('div', { class: 'weights-head' }, element('span', {}, title), copy),
      ...(isCut
        ? [
            element(
              'p',
              { class: 'description' },
              t('training.weights.cut', {
                rows: Math.min(rows, mostRows),
                allRows: rows,
                columns: Math.min(columns - 1, mostColumns),
                allColumns: columns - 1,
              }),
            ),
          ]
        : []),
      table({
        label: title,
        columns: whole.head
          .slice(0, mostColumns + 1)
          .map((head, index) => ({ title: head, kind: index === 0 ? 'text' : 'number' })),
        rows: whole.rows
          .slice(0, mostRows)
          .map((row) =>
            row.slice(0, mostColumns + 1).map((cell) => (typeof cell === 'number' ? number(cell) : cell)),
          ),
      }),
    ];
  }
}

/** How the y axis is scaled: fitted to what is visible, logarithmic, or between two limits that a person types. */
import { element } from '../shared/element';
import type { Words } from '../shared/words';
import type { YScale } from '../shared/xyChart';
import type { Range } from '../shared/zoomRange';
import { toolSelect, type ToolSelect } from './toolButton';

export class YScaleControl {
  readonly element: HTMLElement;
  scale: YScale = { kind: 'auto' };
  private readonly select: ToolSelect;
  private readonly limits: HTMLElement;
  private readonly min: HTMLInputElement;
  private readonly max: HTMLInputElement;

  /** @param shown what the axis spans now: where fixed limits begin */
  constructor(
    words: Words,
    private readonly shown: () => Range,
    private readonly onChange: () => void,
  ) {
    const { t } = words;
    this.select = toolSelect(t('monitor.yScale'), (key) => this.choose(key));
    this.select.show(
      [
        { value: 'auto', text: t('monitor.yAuto') },
        { value: 'fixed', text: t('monitor.yFixed') },
        { value: 'log', text: t('monitor.yLog') },
      ],
      'auto',
    );
    const limit = (label: string): HTMLInputElement => {
      const input = element('input', {
        type: 'number',
        step: 'any',
        class: 'text limit',
        'aria-label': label,
        title: label,
      });
      input.addEventListener('change', () => this.typed());
      return input;
    };
    this.min = limit(t('monitor.yMinimum'));
    this.max = limit(t('monitor.yMaximum'));
    this.limits = element('span', { class: 'limits', hidden: true }, this.min, '–', this.max);
    this.element = element('span', { class: 'y-scale' }, this.select.element, this.limits);
  }

  private choose(key: string): void {
    if (key === 'fixed') {
      const { min, max } = this.shown();
      this.min.valueAsNumber = shortened(min, max - min);
      this.max.valueAsNumber = shortened(max, max - min);
      this.typed();
    } else this.set({ kind: key === 'log' ? 'log' : 'auto' });
  }

  /** Limits that span nothing are marked, and the axis stays as it is. */
  private typed(): void {
    const [min, max] = [this.min.valueAsNumber, this.max.valueAsNumber];
    const fits = Number.isFinite(min) && Number.isFinite(max) && min < max;
    for (const input of [this.min, this.max]) input.setAttribute('aria-invalid', String(!fits));
    if (fits) this.set({ kind: 'fixed', min, max });
    else this.limits.hidden = false;
  }

  private set(scale: YScale): void {
    this.scale = scale;
    this.limits.hidden = scale.kind !== 'fixed';
    this.onChange();
  }
}

/** As many digits as the span needs: limits are read and typed over. */
function shortened(value: number, span: number): number {
  const digits = Math.min(20, Math.max(0, 3 - Math.floor(Math.log10(Math.max(span, 1e-17)))));
  return Number(value.toFixed(digits));
}

/** What the monitor watches for: conditions on values, silence and text; each marks, and freezes or notifies on request. */
import { DEFAULT_TEXT_PATTERN, type TriggerCondition } from '../../src/core/stream/triggers';
import type { StreamStatus, WatchedTrigger } from '../../src/protocol/streamWorker';
import { element, setText } from '../shared/element';
import { linkButton } from '../shared/ui';
import type { Words } from '../shared/words';
import { alertRefusal } from './alertRefusal';
import { toolButton, toolSelect, type ToolSelect } from './toolButton';

type Kind = 'text' | 'above' | 'below' | 'rising' | 'falling' | 'silence' | 'notFinite';

const kinds: readonly Kind[] = ['text', 'above', 'below', 'rising', 'falling', 'silence', 'notFinite'];

export class AlertsPanel {
  readonly element: HTMLElement;
  private triggers: readonly WatchedTrigger[] = [];
  private kind: Kind = 'text';
  private series: readonly string[] = [];
  private readonly list = element('ul', { class: 'alerts' });
  private readonly refusal = element('p', { class: 'error', role: 'alert' });
  private readonly kindSelect: ToolSelect;
  private readonly seriesSelect: ToolSelect;
  private readonly pattern: HTMLInputElement;
  private readonly level: HTMLInputElement;
  private readonly freezeRows: HTMLInputElement;
  private readonly notify: HTMLInputElement;

  constructor(
    private readonly words: Words,
    private readonly onChange: (triggers: readonly WatchedTrigger[]) => void,
  ) {
    const { t } = words;
    this.kindSelect = toolSelect(t('monitor.alertWhen'), (value) => {
      this.kind = kinds.find((known) => known === value) ?? 'text';
      this.showFields();
    });
    this.seriesSelect = toolSelect(t('monitor.series'), () => undefined);
    this.pattern = element('input', {
      type: 'text',
      class: 'text',
      value: DEFAULT_TEXT_PATTERN,
      'aria-label': t('monitor.alertPattern'),
      title: t('monitor.alertPattern'),
    });
    this.level = element('input', {
      type: 'number',
      class: 'text unit',
      step: 'any',
      value: 1,
      'aria-label': t('monitor.alertValue'),
    });
    this.freezeRows = element('input', {
      type: 'number',
      class: 'text unit',
      min: 0,
      step: 1,
      'aria-label': t('monitor.alertFreeze'),
    });
    this.notify = element('input', { type: 'checkbox' });
    this.element = element(
      'div',
      { class: 'sheet', hidden: true },
      element('h2', {}, t('monitor.alerts')),
      element('p', { class: 'description' }, t('monitor.alertsAbout')),
      element(
        'div',
        { class: 'bar' },
        this.kindSelect.element,
        this.seriesSelect.element,
        this.pattern,
        this.level,
        element('label', { class: 'field' }, t('monitor.alertFreeze'), this.freezeRows),
        element('label', { class: 'field' }, this.notify, t('monitor.alertNotify')),
        toolButton(t('monitor.alertAdd'), () => this.add()).element,
      ),
      this.refusal,
      this.list,
    );
    this.kindSelect.show(
      kinds.map((kind) => ({ value: kind, text: this.kindText(kind) })),
      this.kind,
    );
    this.showFields();
  }

  /** What the host watches for already. */
  set(triggers: readonly WatchedTrigger[]): void {
    this.triggers = triggers;
    this.showList();
  }

  show({ series }: StreamStatus): void {
    this.series = series.map(({ name }) => name);
    if (this.element.hidden) return;
    this.seriesSelect.show(
      this.series.map((name) => ({ value: name, text: name })),
      this.series.includes(this.seriesSelect.element.value)
        ? this.seriesSelect.element.value
        : (this.series[0] ?? ''),
    );
    this.showFields();
  }

  private showFields(): void {
    const { kind } = this;
    this.pattern.hidden = kind !== 'text';
    this.level.hidden = kind === 'text' || kind === 'notFinite';
    this.seriesSelect.element.hidden = kind === 'text' || kind === 'silence' || this.series.length === 0;
  }

  private add(): void {
    const condition = this.condition();
    const refusal = alertRefusal(condition);
    setText(this.refusal, refusal ? this.words.say(refusal) : '');
    if (refusal) return;
    const rows = this.freezeRows.valueAsNumber;
    this.change([
      ...this.triggers,
      { condition, notify: this.notify.checked, ...(rows >= 0 && { freezeAfterRows: Math.round(rows) }) },
    ]);
  }

  private condition(): TriggerCondition {
    const series = this.seriesSelect.element.value;
    const level = this.level.valueAsNumber;
    switch (this.kind) {
      case 'text':
        return { kind: 'text', pattern: this.pattern.value };
      case 'notFinite':
        return series === '' ? { kind: 'notFinite' } : { kind: 'notFinite', series };
      case 'silence':
        return { kind: 'silence', seconds: level };
      case 'above':
      case 'below':
        return { kind: 'level', series, direction: this.kind, level };
      case 'rising':
      case 'falling':
        return { kind: 'edge', series, direction: this.kind, level, hysteresis: 0 };
    }
  }

  private change(triggers: readonly WatchedTrigger[]): void {
    this.onChange(triggers);
    this.set(triggers);
  }

  private showList(): void {
    const { words } = this;
    this.list.replaceChildren(
      ...this.triggers.map((trigger, index) => {
        const remove = linkButton(words.t('monitor.alertRemove'), () =>
          this.change(this.triggers.filter((_, other) => other !== index)),
        );
        return element('li', {}, `${this.text(trigger)} `, remove);
      }),
    );
  }

  private text({ condition, notify, freezeAfterRows }: WatchedTrigger): string {
    const { words } = this;
    const parts = [this.conditionText(condition)];
    if (freezeAfterRows !== undefined) {
      parts.push(words.t('monitor.alertFreezes', { rows: freezeAfterRows }));
    }
    if (notify) parts.push(words.t('monitor.alertNotify'));
    return parts.join(' · ');
  }

  private conditionText(condition: TriggerCondition): string {
    switch (condition.kind) {
      case 'text':
        return `${this.kindText('text')} ${condition.pattern}`;
      case 'silence':
        return `${this.kindText('silence')} ${condition.seconds}`;
      case 'notFinite':
        return `${condition.series ?? ''} ${this.kindText('notFinite')}`;
      case 'level':
        return `${condition.series} ${this.kindText(condition.direction)} ${condition.level}`;
      case 'edge': {
        const kind = condition.direction === 'falling' ? 'falling' : 'rising';
        return `${condition.series} ${this.kindText(kind)} ${condition.level}`;
      }
    }
  }

  private kindText(kind: Kind): string {
    const { t } = this.words;
    switch (kind) {
      case 'text':
        return t('monitor.alertText');
      case 'above':
        return t('monitor.alertAbove');
      case 'below':
        return t('monitor.alertBelow');
      case 'rising':
        return t('monitor.alertRising');
      case 'falling':
        return t('monitor.alertFalling');
      case 'silence':
        return t('monitor.alertSilence');
      case 'notFinite':
        return t('monitor.alertNotFinite');
    }
  }
}

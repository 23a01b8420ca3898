/** Always says how the stream is read; a click lists the lines that were not plotted, and lets a person lock a format. */
import { stripAnsi } from '../../src/core/stream/ansi';
import { isBinaryFormat, type StreamFormat } from '../../src/core/stream/format';
import type { RecognisedFormat } from '../../src/core/stream/sessionEvents';
import type { RejectedLineRecord } from '../../src/core/stream/verdictLog';
import type { StreamStatus } from '../../src/protocol/streamWorker';
import type { Sentence } from '../../l10n/sentences';
import { sentence } from '../../l10n/sentences';
import { element, setText } from '../shared/element';
import { table } from '../shared/ui';
import type { Words } from '../shared/words';
import { FormatChoice } from './formatChoice';
import { visibleText } from './visibleText';

const mostCharacters = 120;

const dialects: Readonly<Record<RecognisedFormat, Sentence>> = {
  none: sentence('monitor.format.none'),
  csv: sentence('monitor.format.csv'),
  pairs: sentence('monitor.format.pairs'),
  labelledList: sentence('monitor.format.pairs'),
  json: sentence('monitor.format.json'),
  list: sentence('monitor.format.list'),
  results: sentence('monitor.format.results'),
  dollar: sentence('monitor.format.dollar'),
  teleplot: sentence('monitor.format.teleplot'),
  badlogic: sentence('monitor.format.badlogic'),
  predictions: sentence('monitor.format.predictions'),
  arduino: sentence('monitor.format.arduino'),
  binary: sentence('monitor.format.binary'),
};

export class StreamChip {
  readonly element: HTMLButtonElement;
  readonly details: HTMLElement;
  private readonly list = element('div');
  private readonly format: FormatChoice;
  private shownRejects = -1;

  constructor(
    private readonly words: Words,
    private readonly rejects: () => Promise<readonly RejectedLineRecord[]>,
    onFormat: (format: StreamFormat) => void,
    onSkip: (what: 'byte' | 'value') => void,
  ) {
    this.format = new FormatChoice(words, onFormat, onSkip);
    this.details = element('div', { class: 'sheet', hidden: true }, this.format.element, this.list);
    this.element = element('button', { type: 'button', class: 'chip', 'aria-expanded': 'false' });
    this.element.title = words.t('monitor.chipAbout');
    this.element.addEventListener('click', () => {
      this.details.hidden = !this.details.hidden;
      this.element.setAttribute('aria-expanded', String(!this.details.hidden));
      this.shownRejects = -1;
      void this.showRejects();
    });
  }

  show(status: StreamStatus): void {
    setText(this.element, this.text(status));
    this.element.classList.toggle('warns', status.counts.rejected > 0);
    this.format.show(status.format);
    if (status.counts.rejected !== this.shownRejects) void this.showRejects(status.counts.rejected);
  }

  private text({ format, recognised, series, timing, linesPerSecond, counts }: StreamStatus): string {
    const { words } = this;
    const parts = [
      words.say(dialects[isBinaryFormat(format) ? 'binary' : recognised]),
      ...(format.kind === 'auto' ? [] : [words.t('monitor.locked')]),
      words.t('monitor.seriesCount', { count: series.length }),
      timing
        ? words.t('monitor.rate', {
            rate: rounded(timing.samplesPerSecond),
            jitter: rounded(timing.jitterMs),
          })
        : words.t('monitor.lineRate', { rate: rounded(linesPerSecond) }),
      words.t('monitor.rejected', { count: counts.rejected }),
    ];
    return parts.join(' · ');
  }

  private async showRejects(count = -1): Promise<void> {
    if (this.details.hidden) return;
    this.shownRejects = count;
    const rejects = await this.rejects();
    const { words } = this;
    const rows = rejects
      .toReversed()
      .map(({ lineNumber, text, reason }) => [words.number(lineNumber), shortened(text), words.say(reason)]);
    this.list.replaceChildren(
      element('h2', {}, words.t('monitor.rejectsTitle')),
      rows.length === 0
        ? element('p', {}, words.t('monitor.rejectsNone'))
        : table({
            label: words.t('monitor.rejectsTitle'),
            columns: [
              { title: words.t('monitor.lineNumber'), kind: 'number' },
              { title: words.t('monitor.line'), kind: 'text' },
              { title: words.t('monitor.reason'), kind: 'text' },
            ],
            rows,
          }),
    );
  }
}

function shortened(text: string): string {
  const plain = visibleText(stripAnsi(text));
  return plain.length > mostCharacters ? `${plain.slice(0, mostCharacters)}…` : plain;
}

/** Three significant figures: more of a rate would only flicker. */
function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : 0;
}

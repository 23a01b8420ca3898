/** The console: lines as the board prints them, in its colours, or its bytes; filter, search, send. */
import { styledRuns, stripAnsi, type AnsiStyle } from '../../src/core/stream/ansi';
import type { ConsolePart } from '../../src/protocol/streamWorker';
import { element, setText } from '../shared/element';
import { rowWindow } from '../shared/virtualRows';
import type { Words } from '../shared/words';
import { ansiClass, ansiColour } from './ansiColour';
import { ConsoleBuffer, filtered, holds, nextHolder, type ConsoleEntry } from './consoleBuffer';
import { hexRows } from './hexRows';
import { toolButton } from './toolButton';
import { visibleText } from './visibleText';

const rowPx = 18;

export interface ConsoleOptions {
  readonly words: Words;
  readonly showTimes: boolean;
  readonly onShowTimes: (shown: boolean) => void;
  readonly onReveal: (text: string) => void;
  readonly onCopy: (text: string) => void;
  readonly rawBytes: () => Promise<{ readonly offset: number; readonly bytes: Uint8Array }>;
}

export class ConsoleArea {
  readonly element: HTMLElement;
  private readonly buffer = new ConsoleBuffer();
  private isStale = true;
  private readonly list: HTMLElement;
  private readonly spacer = element('div', { class: 'spacer' });
  private readonly rows = element('div', { class: 'rows' });
  private readonly found = element('span', { class: 'description', role: 'status' });
  private readonly filter: HTMLInputElement;
  private readonly toEnd = toolButton('', () => this.scrollToEnd());
  private readonly hexButton = toolButton('', () => void this.toggleHex());
  private readonly timesButton = toolButton('', () => this.toggleTimes());
  private readonly matchesButton = toolButton('', () => this.toggleMatches());
  /** Number of the line that a search stands on. */
  private current: number | undefined;
  private onlyMatches = true;
  /** Rows are made anew many times a second: a click is that of the line where it began. */
  private pressed: ConsoleEntry | undefined;
  private shown: readonly ConsoleEntry[] = [];
  private frozen: readonly ConsoleEntry[] | undefined;
  private hex: readonly string[] | undefined;
  private showTimes: boolean;
  private sticksToEnd = true;

  constructor(private readonly options: ConsoleOptions) {
    const { words } = options;
    this.showTimes = options.showTimes;
    this.filter = element('input', {
      type: 'search',
      class: 'text',
      placeholder: words.t('monitor.filter'),
      'aria-label': words.t('monitor.filter'),
    });
    this.filter.addEventListener('input', () => this.draw());
    this.filter.addEventListener('keydown', (event) => this.searchKey(event));
    this.matchesButton.show({ text: words.t('monitor.onlyMatches'), pressed: true });
    this.matchesButton.element.title = words.t('monitor.onlyMatchesAbout');
    this.toEnd.show({ text: words.t('monitor.toEnd'), hidden: true });
    this.hexButton.show({ text: words.t('monitor.hex'), pressed: false });
    this.timesButton.show({ text: words.t('monitor.times'), pressed: this.showTimes });
    const copy = toolButton(words.t('monitor.copy'), () => options.onCopy(this.text()));
    this.list = element(
      'div',
      {
        class: 'lines',
        title: words.t('monitor.consoleAbout'),
        tabindex: 0,
        role: 'log',
        'aria-label': words.t('monitor.console'),
        'aria-live': 'off',
      },
      this.spacer,
      this.rows,
    );
    this.list.addEventListener('scroll', () => this.scrolled());
    this.rows.addEventListener('pointerdown', (event) => {
      this.pressed = event.button === 0 ? this.entryAt(event) : undefined;
    });
    this.list.addEventListener('click', () => this.reveal());
    this.element = element(
      'div',
      { class: 'console-area' },
      element(
        'div',
        { class: 'bar' },
        this.filter,
        this.matchesButton.element,
        this.found,
        this.timesButton.element,
        this.hexButton.element,
        copy.element,
        this.toEnd.element,
      ),
      this.list,
    );
    new ResizeObserver(() => this.draw()).observe(this.list);
  }

  /** What stands there stays; lines go on to be kept. */
  freeze(isFrozen: boolean): void {
    if (isFrozen === (this.frozen !== undefined)) return;
    this.frozen = isFrozen ? [...this.buffer.entries] : undefined;
    this.draw();
  }

  take(part: ConsolePart): void {
    this.buffer.take(part);
    this.isStale = true;
  }

  clear(): void {
    this.buffer.clear();
    this.isStale = true;
  }

  /** What has come since the last drawing; hex shows the newest bytes, as long as the view is not frozen. */
  drawChanges(): void {
    if (!this.isStale) return;
    this.draw();
    if (this.hex && !this.frozen) void this.loadHex();
  }

  private draw(): void {
    this.isStale = false;
    const { words } = this.options;
    const entries = this.frozen ?? this.buffer.entries;
    const text = this.filter.value;
    const matches = filtered(entries, text);
    this.shown = this.hex ? [] : this.onlyMatches ? matches : entries;
    const count = this.hex?.length ?? this.shown.length + (this.hasPending ? 1 : 0);
    const isSearched = text !== '' && !this.hex;
    setText(this.found, isSearched ? words.t('monitor.found', { count: matches.length }) : '');
    this.spacer.style.height = `${count * rowPx}px`;
    if (this.sticksToEnd) this.list.scrollTop = count * rowPx;
    const { first, end } = rowWindow(this.list.scrollTop, this.list.clientHeight, rowPx, count);
    this.rows.style.transform = `translate(0, ${first * rowPx}px)`;
    const made: HTMLElement[] = [];
    for (let index = first; index < end; index++) made.push(this.row(index));
    this.rows.replaceChildren(...made);
    this.toEnd.show({ hidden: this.sticksToEnd });
  }

  private get hasPending(): boolean {
    return this.buffer.pending !== '' && (this.filter.value === '' || !this.onlyMatches) && !this.frozen;
  }

  private row(index: number): HTMLElement {
    const hex = this.hex?.[index];
    if (hex !== undefined) return element('div', { class: 'line' }, hex);
    const entry = this.shown[index];
    if (!entry) return element('div', { class: 'line pending' }, visibleText(stripAnsi(this.buffer.pending)));
    if (entry.kind === 'gap') {
      const text = this.options.words.t('monitor.linesLeftOut', { count: entry.lines });
      return element('div', { class: 'line gap description' }, text);
    }
    const line = element('div', { class: `line ${entry.fate}`, 'data-row': index });
    if (!this.onlyMatches && holds(entry, this.filter.value)) line.classList.add('match');
    if (entry.number === this.current) line.classList.add('current');
    if (this.showTimes) {
      line.append(element('span', { class: 'time description' }, clockTime(entry.arrivalMs)));
    }
    for (const { text, style } of styledRuns(entry.text).runs)
      line.append(styledRun(visibleText(text), style));
    if (entry.fate === 'reject') {
      line.append(element('span', { class: 'fate description' }, this.options.words.t('monitor.notPlotted')));
    }
    return line;
  }

  private scrolled(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.list;
    const atEnd = scrollTop + clientHeight >= scrollHeight - rowPx;
    const wasAtEnd = this.sticksToEnd;
    this.sticksToEnd = atEnd;
    if (!atEnd || !wasAtEnd) this.draw();
  }

  private scrollToEnd(): void {
    this.sticksToEnd = true;
    this.draw();
    this.list.focus();
  }

  private async toggleHex(): Promise<void> {
    const isOn = this.hex === undefined;
    if (isOn) await this.loadHex();
    else this.hex = undefined;
    this.hexButton.show({ pressed: isOn });
    this.sticksToEnd = true;
    this.draw();
  }

  private async loadHex(): Promise<void> {
    const { bytes, offset } = await this.options.rawBytes();
    this.hex = hexRows(bytes, offset).map(({ text }) => text);
    this.draw();
  }

  private toggleTimes(): void {
    this.showTimes = !this.showTimes;
    this.timesButton.show({ pressed: this.showTimes });
    this.options.onShowTimes(this.showTimes);
    this.draw();
  }

  private toggleMatches(): void {
    this.onlyMatches = !this.onlyMatches;
    this.matchesButton.show({ pressed: this.onlyMatches });
    this.current = undefined;
    this.sticksToEnd = true;
    this.draw();
  }

  /** Enter goes to the line before, Shift+Enter to the line after: the newest lines are looked through first. */
  private searchKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || this.hex) return;
    event.preventDefault();
    const from = this.shown.findIndex(({ number }) => number === this.current);
    const index = nextHolder(this.shown, this.filter.value, from, event.shiftKey ? 1 : -1);
    const entry = this.shown[index];
    if (!entry) return;
    this.current = entry.number;
    this.sticksToEnd = false;
    this.draw();
    this.list.scrollTop = Math.max(0, index * rowPx - this.list.clientHeight / 2);
  }

  private entryAt(event: Event): ConsoleEntry | undefined {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : undefined;
    return this.shown[Number(row?.dataset.row ?? -1)];
  }

  /** A person who selects text wants the text. */
  private reveal(): void {
    const { pressed } = this;
    this.pressed = undefined;
    if (pressed?.kind !== 'line' || !(document.getSelection()?.isCollapsed ?? true)) return;
    this.options.onReveal(pressed.text);
  }

  private text(): string {
    if (this.hex) return this.hex.join('\n');
    return this.shown.map((entry) => (entry.kind === 'line' ? stripAnsi(entry.text) : '…')).join('\n');
  }
}

function styledRun(text: string, style: AnsiStyle): HTMLElement | string {
  const colours = style.inverse ? { foreground: style.background, background: style.foreground } : style;
  const names = ansiClass(style);
  if (names === '' && colours.foreground === undefined && colours.background === undefined) return text;
  const run = element('span', { class: names }, text);
  if (colours.foreground !== undefined) run.style.color = ansiColour(colours.foreground);
  if (colours.background !== undefined) run.style.backgroundColor = ansiColour(colours.background);
  return run;
}

/** Local time with milliseconds. */
function clockTime(ms: number): string {
  const at = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  const milliseconds = String(at.getMilliseconds()).padStart(3, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${milliseconds} `;
}

/** The console: lines as the board prints them, in its colours, or its bytes; filter, search, send. */
import { stripAnsi } from '../../src/core/stream/ansi';
import type { ConsolePart } from '../../src/protocol/streamWorker';
import { element, setText } from '../shared/element';
import { rowWindow, scrollToRow } from '../shared/virtualRows';
import type { Words } from '../shared/words';
import { ConsoleBuffer, filtered, holds, nextHolder, rowsMoved, type ConsoleEntry } from './consoleBuffer';
import { consoleStep } from './consoleKeys';
import { consoleRow } from './consoleRow';
import { HexLines, type RawBytes } from './hexLines';
import { toolButton } from './toolButton';
import { visibleText } from './visibleText';

const rowPx = 18;

export interface ConsoleOptions {
  readonly words: Words;
  readonly showTimes: boolean;
  readonly onShowTimes: (shown: boolean) => void;
  readonly onReveal: (text: string) => void;
  readonly onCopy: (text: string) => void;
  readonly rawBytes: () => Promise<RawBytes>;
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
  private readonly hexButton = toolButton('', () => this.toggleHex());
  private readonly timesButton = toolButton('', () => this.toggleTimes());
  private readonly matchesButton = toolButton('', () => this.toggleMatches());
  /** Number of the line that a search, or the keyboard, stands on. */
  private current: number | undefined;
  private onlyMatches = true;
  /** Rows are made anew many times a second: a click is that of the line where it began. */
  private pressed: ConsoleEntry | undefined;
  private shown: readonly ConsoleEntry[] = [];
  private frozen: readonly ConsoleEntry[] | undefined;
  private readonly hex: HexLines;
  private showTimes: boolean;
  private sticksToEnd = true;
  private drawnKey = '';

  constructor(private readonly options: ConsoleOptions) {
    const { words } = options;
    this.showTimes = options.showTimes;
    this.hex = new HexLines(options.rawBytes, () => this.draw());
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
        role: 'listbox',
        'aria-label': words.t('monitor.console'),
        'aria-description': words.t('monitor.consoleAbout'),
      },
      this.spacer,
      this.rows,
    );
    this.list.addEventListener('scroll', () => this.scrolled());
    this.rows.addEventListener('pointerdown', (event) => {
      this.pressed = event.button === 0 ? this.entryAt(event) : undefined;
    });
    this.list.addEventListener('click', () => this.clicked());
    this.list.addEventListener('keydown', (event) => this.listKey(event));
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
    this.current = undefined;
    this.drawnKey = '';
    this.isStale = true;
  }

  /** What has come since the last drawing; hex shows the newest bytes, as long as the view is not frozen. */
  drawChanges(): void {
    if (!this.isStale) return;
    this.draw();
    if (!this.frozen) this.hex.refresh();
  }

  private draw(): void {
    this.isStale = false;
    const { words } = this.options;
    const entries = this.frozen ?? this.buffer.entries;
    const text = this.filter.value;
    const matches = filtered(entries, text);
    const before = this.shown;
    const hex = this.hex.rows;
    this.shown = hex ? [] : this.onlyMatches ? matches : entries;
    const count = hex?.length ?? this.shown.length + (this.hasPending ? 1 : 0);
    const isSearched = text !== '' && !hex;
    setText(this.found, isSearched ? words.t('monitor.found', { count: matches.length }) : '');
    this.spacer.style.height = `${count * rowPx}px`;
    if (this.sticksToEnd) this.list.scrollTop = count * rowPx;
    else
      this.list.scrollTop += rowPx * rowsMoved(before, this.shown, Math.floor(this.list.scrollTop / rowPx));
    this.toEnd.show({ hidden: this.sticksToEnd });
    const { first, end } = rowWindow(this.list.scrollTop, this.list.clientHeight, rowPx, count);
    this.rows.style.transform = `translate(0, ${first * rowPx}px)`;
    // Lines that come out of sight change nothing here: a screen reader keeps the one that it reads.
    const key = this.keyOf(first, end, count);
    if (key === this.drawnKey && key !== '') return;
    this.drawnKey = key;
    const made: HTMLElement[] = [];
    for (let index = first; index < end; index++) made.push(this.row(index, count));
    this.rows.replaceChildren(...made);
    const current = made.find(({ ariaSelected }) => ariaSelected === 'true');
    if (current) this.list.setAttribute('aria-activedescendant', current.id);
    else this.list.removeAttribute('aria-activedescendant');
  }

  /** Of what the rows in sight say; empty where that may change at any time. */
  private keyOf(first: number, end: number, count: number): string {
    if (this.hex.rows || (end === count && this.hasPending)) return '';
    const [from, to] = [this.shown[first]?.number, this.shown[end - 1]?.number];
    return [from, to, first, this.current, this.showTimes, this.onlyMatches, this.filter.value].join(' ');
  }

  private get hasPending(): boolean {
    return this.buffer.pending !== '' && (this.filter.value === '' || !this.onlyMatches) && !this.frozen;
  }

  private row(index: number, count: number): HTMLElement {
    const row = this.rowText(index);
    row.role = 'option';
    row.ariaPosInSet = String(index + 1);
    row.ariaSetSize = String(count);
    row.ariaSelected = String(row.classList.contains('current'));
    return row;
  }

  private rowText(index: number): HTMLElement {
    const hex = this.hex.rows?.[index];
    if (hex !== undefined) return element('div', { class: 'line' }, hex);
    const entry = this.shown[index];
    if (!entry) return element('div', { class: 'line pending' }, visibleText(stripAnsi(this.buffer.pending)));
    return consoleRow(entry, index, {
      words: this.options.words,
      showsTime: this.showTimes,
      isMatch: !this.onlyMatches && holds(entry, this.filter.value),
      isCurrent: entry.number === this.current,
    });
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

  private toggleHex(): void {
    this.sticksToEnd = true;
    this.hex.toggle();
    this.hexButton.show({ pressed: this.hex.isWanted });
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
    // The arrows and Enter choose among the words that an input method proposes.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') this.list.focus();
    if (event.key !== 'Enter' || this.hex.rows) return;
    event.preventDefault();
    const from = this.shown.findIndex(({ number }) => number === this.current);
    const index = nextHolder(this.shown, this.filter.value, from, event.shiftKey ? 1 : -1);
    const entry = this.shown[index];
    if (!entry) return;
    this.standOn(entry);
    this.list.scrollTop = Math.max(0, index * rowPx - this.list.clientHeight / 2);
  }

  /** Arrows go from line to line, Enter to the statement that printed it, Escape back to the newest lines. */
  private listKey(event: KeyboardEvent): void {
    const current = this.shown.find(({ number }) => number === this.current);
    if (event.key === 'Enter' && current?.kind === 'line') this.options.onReveal(current.text);
    else if (event.key === 'Escape') {
      this.current = undefined;
      this.scrollToEnd();
    } else if (!this.step(event)) return;
    event.preventDefault();
  }

  private step({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (altKey || ctrlKey || metaKey || this.shown.length === 0) return false;
    const { scrollTop, clientHeight } = this.list;
    const from = this.shown.findIndex(({ number }) => number === this.current);
    const rowsSeen = Math.max(1, Math.floor(clientHeight / rowPx));
    const lastSeen = Math.min(this.shown.length, Math.floor((scrollTop + clientHeight) / rowPx)) - 1;
    const index = consoleStep(key, { from, lastSeen, rowsSeen, count: this.shown.length });
    const entry = this.shown[index ?? -1];
    if (index === undefined || !entry) return false;
    this.standOn(entry);
    this.list.scrollTop = scrollToRow(index, scrollTop, clientHeight, rowPx);
    return true;
  }

  private standOn(entry: ConsoleEntry): void {
    this.current = entry.number;
    this.sticksToEnd = false;
    this.draw();
  }

  private entryAt(event: Event): ConsoleEntry | undefined {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : undefined;
    return this.shown[Number(row?.dataset.row ?? -1)];
  }

  /** A person who selects text wants the text. */
  private clicked(): void {
    const { pressed } = this;
    this.pressed = undefined;
    if (pressed?.kind !== 'line' || !(document.getSelection()?.isCollapsed ?? true)) return;
    this.options.onReveal(pressed.text);
  }

  private text(): string {
    if (this.hex.rows) return this.hex.rows.join('\n');
    return this.shown.map((entry) => (entry.kind === 'line' ? stripAnsi(entry.text) : '…')).join('\n');
  }
}

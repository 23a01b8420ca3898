/** One line to the board: with history on the arrow keys, a line ending, and escapes where they are wanted. */
import type { LineEnding, MonitorPageSide } from '../../src/protocol/monitorPage';
import { element } from '../shared/element';
import type { Page } from '../shared/page';
import { toolButton, toolSelect } from './toolButton';

type SendPage = Pick<Page<MonitorPageSide['event']>, 'words' | 'send' | 'recall' | 'keep'>;

const endings: readonly LineEnding[] = ['lf', 'crlf', 'cr', 'none'];

export class SendBar {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly sendButton = toolButton('', () => this.submit());
  private history: readonly string[] = [];
  /** Steps back from the newest; 0 is what is being typed. */
  private back = 0;
  private draft = '';
  private ending: LineEnding;
  private escapes: boolean;

  constructor(private readonly page: SendPage) {
    const { words } = page;
    const kept = page.recall('lineEnding');
    this.ending = endings.find((ending) => ending === kept) ?? 'lf';
    this.escapes = page.recall('escapes') === true;
    const label = words.t('monitor.sendPlaceholder');
    this.input = element('input', { type: 'text', class: 'text', placeholder: label, 'aria-label': label });
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.sendButton.show({ text: words.t('monitor.send') });
    const ending = toolSelect(words.t('monitor.lineEnding'), (value) => {
      this.ending = endings.find((known) => known === value) ?? 'lf';
      page.keep('lineEnding', this.ending);
    });
    ending.show(
      [
        { value: 'lf', text: words.t('monitor.endingLf') },
        { value: 'crlf', text: words.t('monitor.endingCrlf') },
        { value: 'cr', text: words.t('monitor.endingCr') },
        { value: 'none', text: words.t('monitor.endingNone') },
      ],
      this.ending,
    );
    const escapes = toolButton(words.t('monitor.escapes'), () => {
      this.escapes = !this.escapes;
      page.keep('escapes', this.escapes);
      escapes.show({ pressed: this.escapes });
    });
    escapes.show({ pressed: this.escapes });
    escapes.element.title = words.t('monitor.escapesAbout');
    this.element = element(
      'div',
      { class: 'bar send' },
      this.input,
      this.sendButton.element,
      ending.element,
      escapes.element,
    );
  }

  show(isOpen: boolean): void {
    this.input.disabled = !isOpen;
    this.sendButton.show({ disabled: !isOpen });
  }

  setHistory(history: readonly string[]): void {
    this.history = history;
  }

  private submit(): void {
    const text = this.input.value;
    if (text === '' && this.ending === 'none') return;
    this.page.send({ type: 'send', text, lineEnding: this.ending, escapes: this.escapes });
    this.history = [...this.history.filter((sent) => sent !== text), text];
    this.back = 0;
    this.input.value = '';
  }

  private key(event: KeyboardEvent): void {
    // The arrows and Enter choose among the words that an input method proposes.
    if (event.isComposing) return;
    if (event.key === 'Enter') this.submit();
    else if (event.key === 'ArrowUp') this.recall(1);
    else if (event.key === 'ArrowDown') this.recall(-1);
    else return;
    event.preventDefault();
  }

  private recall(step: 1 | -1): void {
    if (this.back === 0) this.draft = this.input.value;
    this.back = Math.min(this.history.length, Math.max(0, this.back + step));
    this.input.value = this.back === 0 ? this.draft : (this.history[this.history.length - this.back] ?? '');
  }
}

/** The box at the top: `t12`, `op7`, or a part of a name, which Enter leads through one by one. */
import { searchField } from '../shared/ui';
import { findByName } from './findByName';
import type { InspectorPage, ModelState } from './inspectorPage';
import { jumpTarget } from './jumpTarget';

export class JumpBox {
  readonly element: HTMLInputElement;
  private model: ModelState | undefined;
  /** Which of those that match was shown last, for the text in `searched`. */
  private hit = -1;
  private searched = '';

  constructor(private readonly page: InspectorPage) {
    const { t } = page.words;
    this.element = searchField({
      label: t('inspector.jump'),
      value: '',
      onInput: () => this.element.removeAttribute('aria-invalid'),
      onEnter: (text) => this.go(text),
    });
    this.element.classList.add('jump');
    this.element.title = t('inspector.jumpHelp');
    // Rows that are not in sight are not in the document, so the editor's own search would miss them.
    document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      this.element.focus();
      this.element.select();
    });
  }

  show(model: ModelState): void {
    this.model = model;
  }

  private go(text: string): void {
    const { page, model } = this;
    const { t } = page.words;
    const target = jumpTarget(text);
    if (target) {
      page.goTo(target, 'table');
      return;
    }
    const found = model ? findByName(model, text) : [];
    if (text !== this.searched) this.hit = -1;
    this.searched = text;
    this.hit = found.length === 0 ? -1 : (this.hit + 1) % found.length;
    const next = found[this.hit];
    if (next) {
      page.goTo(next, 'table');
      page.announce(t('inspector.found', { position: this.hit + 1, count: found.length }));
    } else {
      this.element.setAttribute('aria-invalid', 'true');
      page.announce(text.trim() === '' ? t('inspector.jumpHelp') : t('inspector.notFound', { text }));
    }
  }
}

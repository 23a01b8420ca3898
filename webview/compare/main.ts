/** The page that compares two models. */
import './compare.css';
import type { CompareHostSide, ComparePageSide, CompareState } from '../../src/protocol/comparePage';
import { element, setText } from '../shared/element';
import { fileText } from '../shared/fileText';
import { startPage } from '../shared/page';
import { button, progressBar } from '../shared/ui';
import { ComparedOperators } from './comparedOperators';
import { differences } from './differences';

const page = startPage<ComparePageSide['event'], CompareHostSide['event']>();
const { t, say, number } = page.words;
const live = element('p', { class: 'toast', role: 'status' });
let toastTimer: ReturnType<typeof setTimeout> | undefined;
const operators = new ComparedOperators(page, (text) => {
  page.send({ type: 'copy', text });
  setText(live, t('inspector.copied'));
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => setText(live, ''), 4000);
});

page.listen(({ state }) => show(state));
page.send({ type: 'ready' });

function show(state: CompareState): void {
  // By these the host finds the files again when VS Code restores the panel.
  page.keep('before', state.sources.before);
  page.keep('after', state.sources.after);
  const { before, after } = state;
  const title = element('h1', {}, fileText(before), ' → ', fileText(after));
  if (state.kind === 'comparison') {
    page.main.replaceChildren(
      element(
        'div',
        { class: 'title' },
        title,
        element('span', { class: 'spring' }),
        button({ text: t('inspector.swap'), onClick: () => page.send({ type: 'swap' }) }),
      ),
      sides(state),
      operators.element,
      ...differences(page.words, state),
      live,
    );
    operators.show(state.comparison);
    return;
  }
  const bar = progressBar(t('inspector.reading'));
  bar.show(null);
  page.main.replaceChildren(
    title,
    element(
      'div',
      { class: 'state' },
      ...(state.kind === 'reading'
        ? [element('p', { role: 'status' }, t('inspector.reading')), bar.element]
        : state.why.map((sentence) => element('p', { dir: 'auto', role: 'alert' }, say(sentence)))),
    ),
  );
}

function sides({
  before,
  after,
  comparison,
  damage,
}: Extract<CompareState, { kind: 'comparison' }>): HTMLElement {
  const side = (which: 'before' | 'after', name: string): HTMLElement =>
    element(
      'div',
      { class: 'side' },
      element('h2', {}, which === 'before' ? t('inspector.before') : t('inspector.after')),
      element('p', {}, fileText(name)),
      element('p', { dir: 'auto' }, say(comparison.summary[which])),
      element(
        'p',
        { class: 'description' },
        t('inspector.fileBytes', { bytes: comparison.fileBytes[which] }),
      ),
      ...damage[which].map((issue) => element('p', { class: 'error', dir: 'auto' }, say(issue))),
      button({ text: t('inspector.inspect'), onClick: () => page.send({ type: 'inspect', side: which }) }),
    );
  const grown = comparison.fileBytes.after - comparison.fileBytes.before;
  return element(
    'div',
    {},
    element('div', { class: 'sides' }, side('before', before), side('after', after)),
    element(
      'p',
      { class: 'verdict' },
      comparison.isIdentical
        ? t('inspector.identical')
        : grown === 0
          ? t('inspector.sameSize')
          : t('inspector.grown', { change: `${grown > 0 ? '+' : '−'}${number(Math.abs(grown))}` }),
    ),
  );
}

/** What differs between two models apart from their operators: where bytes went, and what the board will say. */
import type { CompareState } from '../../src/protocol/comparePage';
import { element } from '../shared/element';
import { findingsList } from '../shared/findingsList';
import { sizePartWord } from '../shared/sizePartWord';
import { table } from '../shared/ui';
import type { Words } from '../shared/words';

type Comparison = Extract<CompareState, { readonly kind: 'comparison' }>['comparison'];

export function differences(
  words: Words,
  { comparison }: { readonly comparison: Comparison },
): readonly HTMLElement[] {
  return [findings(words, comparison), sizes(words, comparison)];
}

function findings(words: Words, { findings: { gone, appeared } }: Comparison): HTMLElement {
  const { t } = words;
  const section = element('section', {}, element('h2', {}, t('inspector.comparedFindings')));
  if (gone.length + appeared.length === 0) {
    section.append(element('p', { class: 'description' }, t('inspector.sameFindings')));
  }
  if (appeared.length > 0) {
    section.append(
      element('h3', {}, t('inspector.appeared', { count: appeared.length })),
      findingsList({ words, findings: appeared }),
    );
  }
  if (gone.length > 0) {
    section.append(
      element('h3', {}, t('inspector.gone', { count: gone.length })),
      findingsList({ words, findings: gone }),
    );
  }
  return section;
}

function sizes(words: Words, { parts, fileBytes }: Comparison): HTMLElement {
  const { t, number } = words;
  const change = (before: number, after: number): string => {
    if (before === after) return '';
    return `${after > before ? '+' : '−'}${number(Math.abs(after - before))}`;
  };
  return element(
    'section',
    {},
    element('h2', {}, t('inspector.comparedSizes')),
    table({
      label: t('inspector.comparedSizes'),
      columns: [
        { title: t('inspector.part'), kind: 'text' },
        { title: t('inspector.before'), kind: 'number' },
        { title: t('inspector.after'), kind: 'number' },
        { title: t('inspector.change'), kind: 'number' },
      ],
      rows: parts.map(({ kind, before, after }) => [
        sizePartWord(words, kind),
        number(before),
        number(after),
        change(before, after),
      ]),
      footer: [
        t('inspector.total'),
        number(fileBytes.before),
        number(fileBytes.after),
        change(fileBytes.before, fileBytes.after),
      ],
    }),
  );
}

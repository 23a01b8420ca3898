/** The mark of a finding: a shape, a colour and always the word. */
import type { Severity } from '../../src/core/check/finding';
import { element, svgElement } from './element';
import type { Words } from './words';

const shapes: Readonly<Record<Severity, string>> = {
  error: 'M8 1.5A6.5 6.5 0 1 0 8 14.5A6.5 6.5 0 0 0 8 1.5ZM5.5 5.5L10.5 10.5M10.5 5.5L5.5 10.5',
  warning: 'M8 2L14.5 13.5H1.5ZM8 6.5V9.5M8 11.2V12',
  information: 'M8 1.5A6.5 6.5 0 1 0 8 14.5A6.5 6.5 0 0 0 8 1.5ZM8 7V11.5M8 4.6V5.4',
};

export function severityMark(words: Words, severity: Severity): HTMLElement {
  return element(
    'span',
    { class: `severity ${severity}` },
    svgElement(
      'svg',
      { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
      svgElement('path', {
        d: shapes[severity],
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': 1.3,
        'stroke-linejoin': 'round',
      }),
    ),
    severityWord(words, severity),
  );
}

export function severityWord({ t }: Words, severity: Severity): string {
  if (severity === 'error') return t('inspector.error');
  return severity === 'warning' ? t('inspector.warning') : t('inspector.information');
}

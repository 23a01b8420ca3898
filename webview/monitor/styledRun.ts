/** A stretch of a line in the colours that the board printed it in. */
import type { AnsiStyle } from '../../src/core/stream/ansi';
import { element } from '../shared/element';
import { ansiClass, ansiColour } from './ansiColour';

export function styledRun(text: string, style: AnsiStyle): HTMLElement | string {
  const colours = style.inverse ? { foreground: style.background, background: style.foreground } : style;
  const names = ansiClass(style);
  if (names === '' && colours.foreground === undefined && colours.background === undefined) return text;
  const run = element('span', { class: names }, text);
  if (colours.foreground !== undefined) run.style.color = ansiColour(colours.foreground);
  if (colours.background !== undefined) run.style.backgroundColor = ansiColour(colours.background);
  return run;
}

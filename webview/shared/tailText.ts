/** Names in a narrow column: names of one model begin alike, so it is the middle that is left out and not the end. */
import { displayName } from '../../src/core/inspect/displayName';
import { element } from './element';

const tailLetters = 12;

export function tailText(text: string): HTMLElement {
  const shown = displayName(text);
  const letters = Array.from(shown);
  const at = Math.max(0, letters.length - tailLetters);
  return element(
    'bdi',
    { class: 'file-text tail-text', title: shown },
    element('span', {}, letters.slice(0, at).join('')),
    element('span', {}, letters.slice(at).join('')),
  );
}

/** Names in a narrow column: names of one model begin alike, so it is the middle that is left out and not the end. */
import { displayName } from '../../src/core/inspect/displayName';
import { element } from './element';

/** @param tailLetters how many letters of the end stand in any case */
export function tailText(text: string, tailLetters = 12): HTMLElement {
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

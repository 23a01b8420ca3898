/** Texts that a file brought along: shown as they are, isolated from the writing direction around them, and cut where too long. */
import { displayName } from '../../src/core/inspect/displayName';
import { element } from './element';

/** Elided by the stylesheet where there is no room; the title then tells the whole, up to 80 characters. */
export function fileText(text: string): HTMLElement {
  const shown = displayName(text);
  return element('bdi', { class: 'file-text', title: shown }, shown);
}

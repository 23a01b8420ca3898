/**
 * Text from a device with nothing in it that acts: control characters as their pictures, and what turns the direction of
 * text as its code, so that a line cannot pretend to be another one.
 */
export function visibleText(text: string): string {
  return text.replace(/\p{Cc}|\p{Bidi_Control}/gu, (character) => {
    const code = character.charCodeAt(0);
    if (character === '\t') return character;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/**
 * Terminal escape sequences (ECMA-48): taken out before a line is parsed, turned into styled runs for the console.
 * Recognised are CSI (`ESC [ … final`), OSC (`ESC ] … BEL` or `ESC \`) and the two-character sequences.
 */

const ESCAPE = 0x1b;
const BELL = 0x07;
const BACKSLASH = 0x5c;

/** Index of one of the 256 terminal colours, or 24-bit `#rrggbb`. */
export type AnsiColor = number | `#${string}`;

export interface AnsiStyle {
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  readonly foreground?: AnsiColor;
  readonly background?: AnsiColor;
}

export interface StyledRun {
  readonly text: string;
  readonly style: AnsiStyle;
}

export const PLAIN_STYLE: AnsiStyle = {};

export function stripAnsi(text: string): string {
  let escape = text.indexOf('\x1b');
  if (escape < 0) return text;
  let stripped = '';
  let from = 0;
  while (escape >= 0) {
    stripped += text.slice(from, escape);
    from = sequenceEnd(text, escape);
    escape = text.indexOf('\x1b', from);
  }
  return stripped + text.slice(from);
}

/** The runs of one line, and the style that the next line starts with: colours stay on until they are reset. */
export function styledRuns(
  text: string,
  initial: AnsiStyle = PLAIN_STYLE,
): { readonly runs: readonly StyledRun[]; readonly style: AnsiStyle } {
  const runs: StyledRun[] = [];
  let style = initial;
  let from = 0;
  for (let escape = text.indexOf('\x1b'); escape >= 0; escape = text.indexOf('\x1b', from)) {
    if (escape > from) runs.push({ text: text.slice(from, escape), style });
    from = sequenceEnd(text, escape);
    if (text[escape + 1] === '[' && text[from - 1] === 'm') {
      style = applyParameters(style, text.slice(escape + 2, from - 1));
    }
  }
  if (from < text.length) runs.push({ text: text.slice(from), style });
  return { runs, style };
}

/** Index of the first character after the sequence at `escape`; an unfinished one goes to the end of the line. */
function sequenceEnd(text: string, escape: number): number {
  const kind = text[escape + 1];
  if (kind === '[') {
    for (let at = escape + 2; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x40 && code <= 0x7e) return at + 1;
      if (code < 0x20 || code > 0x7e) return at;
    }
    return text.length;
  }
  if (kind === ']') {
    for (let at = escape + 2; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === BELL) return at + 1;
      if (code === ESCAPE) return text.charCodeAt(at + 1) === BACKSLASH ? at + 2 : at;
    }
    return text.length;
  }
  const code = escape + 1 < text.length ? text.charCodeAt(escape + 1) : 0;
  return code >= 0x20 && code <= 0x7e ? escape + 2 : escape + 1;
}

/** Select Graphic Rendition: `1;31`, `38;5;208`, `48;2;r;g;b`. */
function applyParameters(style: AnsiStyle, parameters: string): AnsiStyle {
  const codes = parameters.split(/[;:]/).map(Number);
  let next: AnsiStyle = style;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48) {
      const { color, used } = extendedColor(codes, at + 1);
      if (color !== undefined) next = { ...next, [code === 38 ? 'foreground' : 'background']: color };
      at += used;
    } else {
      next = applyCode(next, code);
    }
  }
  return next;
}

function extendedColor(
  codes: readonly number[],
  at: number,
): { readonly color?: AnsiColor; readonly used: number } {
  if (codes[at] === 5) {
    const index = codes[at + 1] ?? Number.NaN;
    return index >= 0 && index <= 255 ? { color: index, used: 2 } : { used: 2 };
  }
  if (codes[at] !== 2) return { used: 0 };
  const parts = [codes[at + 1], codes[at + 2], codes[at + 3]];
  if (!parts.every((part): part is number => part !== undefined && part >= 0 && part <= 255))
    return { used: 4 };
  return { color: `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`, used: 4 };
}

function applyCode(style: AnsiStyle, code: number): AnsiStyle {
  if (code >= 30 && code <= 37) return { ...style, foreground: code - 30 };
  if (code >= 90 && code <= 97) return { ...style, foreground: code - 82 };
  if (code >= 40 && code <= 47) return { ...style, background: code - 40 };
  if (code >= 100 && code <= 107) return { ...style, background: code - 92 };
  switch (code) {
    case 0:
      return PLAIN_STYLE;
    case 1:
      return { ...style, bold: true };
    case 2:
      return { ...style, dim: true };
    case 3:
      return { ...style, italic: true };
    case 4:
      return { ...style, underline: true };
    case 7:
      return { ...style, inverse: true };
    case 22:
      return without(without(style, 'bold'), 'dim');
    case 23:
      return without(style, 'italic');
    case 24:
      return without(style, 'underline');
    case 27:
      return without(style, 'inverse');
    case 39:
      return without(style, 'foreground');
    case 49:
      return without(style, 'background');
    default:
      return style;
  }
}

function without(style: AnsiStyle, key: keyof AnsiStyle): AnsiStyle {
  return Object.fromEntries(Object.entries(style).filter(([name]) => name !== key));
}

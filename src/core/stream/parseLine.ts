/** One line, one verdict. Knows nothing of the lines before: which shapes may become series is decided by the session. */
import { stripAnsi } from './ansi';
import { isBootText } from './bootText';
import { parseArduino } from './dialects/arduino';
import { DIALECTS } from './dialects/index';
import { parseDelimited, parsePlainCsv } from './dialects/csv';
import { parseTeleplotCompatible } from './dialects/teleplotCompatible';
import type { LineFormat } from './format';
import { peelLogPrefix } from './logPrefix';
import { PLAIN_TEXT, type LineVerdict } from './verdict';

/** @param text a line without its newline, as the splitter gives it */
export function parseLine(text: string, format: LineFormat): LineVerdict {
  switch (format.kind) {
    case 'auto':
      return parseAuto(text);
    case 'arduino':
      return parseArduino(text);
    case 'teleplot':
      return parseTeleplotCompatible(text);
    case 'csv':
      return parseDelimited(
        trimLine(stripAnsi(afterCarriageReturn(text))),
        format.delimiter,
        format.decimalComma,
      );
  }
}

function parseAuto(raw: string): LineVerdict {
  const fast = parsePlainCsv(raw);
  if (fast) return fast;
  const line = trimLine(stripAnsi(afterCarriageReturn(raw)));
  if (line === '' || isBootText(line)) return PLAIN_TEXT;
  const { rest, logMs } = peelLogPrefix(line);
  const verdict = firstVerdict(rest === line ? line : trimLine(rest));
  return logMs !== undefined && verdict.kind === 'data' ? { ...verdict, logMs } : verdict;
}

function firstVerdict(line: string): LineVerdict {
  for (const dialect of DIALECTS) {
    const verdict = dialect(line);
    if (verdict) return verdict;
  }
  return PLAIN_TEXT;
}

/** A carriage return inside a line overwrites what stood before it, as in a terminal. */
function afterCarriageReturn(text: string): string {
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  const inner = text.lastIndexOf('\r', end - 1);
  return inner < 0 || inner >= end ? text.slice(0, end) : text.slice(inner + 1, end);
}

/** Cuts spaces, and the zero bytes and byte order mark that some boards start with; tabs stay, for they are empty fields. */
function trimLine(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isPadding(text.charCodeAt(from))) from++;
  while (to > from && isPadding(text.charCodeAt(to - 1))) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

function isPadding(code: number): boolean {
  return code === 0x20 || code === 0 || code === 0xfeff;
}

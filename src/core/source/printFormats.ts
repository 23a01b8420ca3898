/**
 * The statements of a C, C++ or Arduino source that print lines to a serial port, and which of them printed a given line
 * or series: `printf`-like calls, `ESP_LOGx`, and runs of `Serial.print` that end with `Serial.println`.
 */
import { CScanner, type Token } from './cScanner';

/** Text as it is printed, or a place for a value. */
export type PrintPart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'value' };

export interface PrintStatement {
  /** Offsets of the statement (of a run: from the first call to the end of the last). */
  readonly start: number;
  readonly end: number;
  /** Without the line's end. */
  readonly parts: readonly PrintPart[];
  /** Labels in front of values, in order; empty text for a value without one. */
  readonly labels: readonly string[];
}

const printfLike =
  /^(?:(?:vf|f|d|ets_|esp_rom_|tfp_|x|pc\.|usb_)?printf|MicroPrintf|printk|printf_P|ESP_LOG[EWIDV]|ESP_EARLY_LOG[EWIDV])$/;
const conversion =
  /%(?:%|[-+ #0']{0,5}(?:\d{1,3}|\*)?(?:\.(?:\d{1,3}|\*)?)?(?:hh|h|ll|l|j|z|t|L|q)?[diouxXeEfFgGaAcspn])/g;
/** Of <inttypes.h>: `"%" PRIu32` is what `%lu` is on one board and `%u` on another. */
const conversionMacro = /^PRI[diouxX](?:(?:LEAST|FAST)?(?:8|16|32|64)|MAX|PTR)$/;
/** A file with more statements than this is no firmware a person wrote. */
const mostStatements = 2000;

export function printStatements(source: string): readonly PrintStatement[] {
  const found: PrintStatement[] = [];
  const scanner = new CScanner(source);
  let run: { start: number; end: number; parts: PrintPart[]; port: string } | undefined;
  const closeRun = (): void => {
    if (run) add(run.start, run.end, run.parts);
    run = undefined;
  };
  const add = (start: number, end: number, parts: readonly PrintPart[]): void => {
    // Each line of a format is a statement of its own to who looks for a line.
    for (const line of linesOf(parts)) {
      if (line.length > 0) found.push({ start, end, parts: line, labels: labelsOf(line) });
    }
  };
  let words: Token[] = [];
  for (let token = scanner.next(); token && found.length < mostStatements; token = scanner.next()) {
    if (token.kind === 'word') {
      words = [...words.slice(-1), token];
      continue;
    }
    if (token.kind === 'mark' && token.text === '.') continue;
    const called = token.kind === 'mark' && token.text === '(' ? words.at(-1) : undefined;
    const owner = words.length > 1 ? words[0] : undefined;
    const isStatementEnd = token.kind === 'mark' && token.text === ';';
    if (called?.kind === 'word') {
      const method = /^(print|println|printf)$/.exec(called.text)?.[1];
      const port =
        owner?.kind === 'word' && /^(Serial\w*|SerialUSB|Debug)$/.test(owner.text) ? owner : undefined;
      if (port && method && method !== 'printf') {
        const call = readCall(scanner);
        if (run?.port !== port.text) closeRun();
        run ??= { start: port.start, end: call.end, parts: [], port: port.text };
        run.end = call.end;
        run.parts.push(...printedBy(call));
        if (method === 'println') closeRun();
      } else if (printfLike.test(called.text) || (port && method === 'printf')) {
        closeRun();
        const start = port?.start ?? called.start;
        const call = readCall(scanner);
        const format = call.firstString;
        if (format !== undefined) add(start, call.end, formatParts(format));
      }
      words = [];
      continue;
    }
    words = [];
    // A brace or another call between two prints: the pieces may not follow each other.
    if (token.kind === 'mark' && !isStatementEnd && (token.text === '{' || token.text === '}')) closeRun();
  }
  closeRun();
  return found;
}

interface Call {
  readonly end: number;
  /** The format: behind a stream or a tag, where there is one. */
  readonly firstString: string | undefined;
  /** The call's one argument is a text. */
  readonly onlyString: boolean;
  readonly isEmpty: boolean;
}

/** Reads the arguments behind an opening bracket. */
function readCall(scanner: CScanner): Call {
  let depth = 1;
  let end = 0;
  let text: string | undefined;
  let textArgument = -1;
  let argument = 0;
  let tokens = 0;
  let others = 0;
  for (let token = scanner.next(); token; token = scanner.next()) {
    end = token.end;
    const mark = token.kind === 'mark' ? token.text : '';
    if (mark === '(' || mark === '[' || mark === '{') depth++;
    else if (mark === ')' || mark === ']' || mark === '}') depth--;
    if (depth === 0) break;
    if (mark === ';') break;
    tokens++;
    if (mark === ',' && depth === 1) argument++;
    if (token.kind === 'string') {
      const piece = new TextDecoder().decode(token.bytes);
      if (text === undefined) {
        text = piece;
        textArgument = argument;
      } else if (argument === textArgument) {
        text += piece;
      } else if (textArgument === 0 && argument === 1 && !text.includes('%')) {
        // `ESP_LOGI("tag", "format")`: the first text was the tag.
        text = piece;
        textArgument = 1;
      }
    } else if (
      token.kind === 'word' &&
      text !== undefined &&
      argument === textArgument &&
      conversionMacro.test(token.text)
    ) {
      text += token.text.charAt(3);
    } else if (!(token.kind === 'word' && token.text === 'F') && mark !== '(' && mark !== ')') others++;
  }
  return {
    end,
    firstString: text,
    onlyString: text !== undefined && others === 0,
    isEmpty: tokens === 0,
  };
}

function printedBy(call: Call): PrintPart[] {
  if (call.isEmpty) return [];
  if (call.onlyString && call.firstString !== undefined) return [{ kind: 'text', text: call.firstString }];
  return [{ kind: 'value' }];
}

function formatParts(format: string): PrintPart[] {
  const parts: PrintPart[] = [];
  let at = 0;
  const text = (piece: string): void => {
    if (piece === '') return;
    const last = parts.at(-1);
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + piece };
    else parts.push({ kind: 'text', text: piece });
  };
  for (const match of format.matchAll(conversion)) {
    text(format.slice(at, match.index));
    if (match[0] === '%%') text('%');
    else parts.push({ kind: 'value' });
    at = match.index + match[0].length;
  }
  text(format.slice(at));
  return parts;
}

function linesOf(parts: readonly PrintPart[]): PrintPart[][] {
  const lines: PrintPart[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'value') {
      lines.at(-1)?.push(part);
      continue;
    }
    for (const [index, text] of part.text.split(/\r?\n/).entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ kind: 'text', text });
    }
  }
  return lines;
}

function labelsOf(parts: readonly PrintPart[]): string[] {
  const labels: string[] = [];
  let before = '';
  for (const part of parts) {
    if (part.kind === 'text') {
      before = part.text;
      continue;
    }
    const piece = before.split(/[,;\t>|{]/).at(-1) ?? '';
    const label = /^\s*"?([^:="]{1,64}?)"?\s*[:=]\s*$/.exec(piece)?.[1] ?? '';
    labels.push(label.trim());
    before = '';
  }
  return labels;
}

/**
 * The statements that print a series. A labelled series is printed by those that have its label. One without a label
 * (its place in the line is known) only by the one statement of all that prints so many bare values; none where two fit.
 *
 * @param unlabelled for a series without a label: how many values its lines have
 */
export function statementsOfSeries<Statement extends PrintStatement>(
  statements: readonly Statement[],
  name: string,
  unlabelled: number | undefined,
): readonly Statement[] {
  const labelled = statements.filter(({ labels }) => labels.includes(name));
  if (labelled.length > 0 || unlabelled === undefined) return labelled;
  const bare = statements.filter(
    ({ parts, labels }) =>
      labels.length === unlabelled &&
      parts.every((part) => part.kind === 'value' || /^[\s,;()[\]]*$/.test(part.text)),
  );
  return bare.length === 1 ? bare : [];
}

/** The statement that printed a line: of those that fit, the one with the most text of its own. Undefined when none does. */
export function statementOfLine<Statement extends PrintStatement>(
  statements: readonly Statement[],
  line: string,
): Statement | undefined {
  let best: { readonly statement: Statement; readonly own: number } | undefined;
  let rivals = 0;
  for (const statement of statements) {
    if (!fits(statement.parts, line)) continue;
    const own = statement.parts.reduce(
      (sum, part) => sum + (part.kind === 'text' ? part.text.trim().length : 0),
      0,
    );
    if (best === undefined || own > best.own) {
      best = { statement, own };
      rivals = 1;
    } else if (own === best.own) rivals++;
  }
  // Bare values say little: only where nothing else prints them.
  return best && (best.own > 1 || rivals === 1) ? best.statement : undefined;
}

/** Texts in order, from the line's first character to its last, values of one to 64 characters between them; linear. */
function fits(parts: readonly PrintPart[], line: string): boolean {
  const text = line.trimEnd();
  let at = 0;
  let mayMove = false;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'value') {
      mayMove = true;
      continue;
    }
    const isLast = index === parts.length - 1;
    const wanted = isLast ? part.text.trimEnd() : part.text;
    if (!mayMove) {
      if (!text.startsWith(wanted, at)) return false;
      at += wanted.length;
      continue;
    }
    const found = isLast ? text.length - wanted.length : text.indexOf(wanted, at + 1);
    if (found <= at || found - at > 64 || !text.startsWith(wanted, found)) return false;
    at = found + wanted.length;
    mayMove = false;
  }
  return mayMove ? text.length > at && isValue(text.slice(at)) : at === text.length;
}

function isValue(text: string): boolean {
  return text.length <= 64 && !/[,;]\s*\S/.test(text);
}

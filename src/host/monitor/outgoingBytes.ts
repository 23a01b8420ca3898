/** What the send field holds as the bytes that go to the board. */
import { problem } from '../../core/problem';
import type { LineEnding } from '../../protocol/monitorPage';

const endings: Readonly<Record<LineEnding, string>> = { none: '', lf: '\n', cr: '\r', crlf: '\r\n' };

const oneLetterEscapes: Readonly<Record<string, number>> = {
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  e: 0x1b,
  '0': 0x00,
  '\\': 0x5c,
};

/**
 * UTF-8; with `escapes`, `\n`, `\r`, `\t`, `\e`, `\0`, `\\` and `\xHH` stand for single bytes.
 * @throws Problem when a backslash begins nothing that is known
 */
export function outgoingBytes(text: string, lineEnding: LineEnding, escapes: boolean): Uint8Array {
  const encoder = new TextEncoder();
  const end = encoder.encode(endings[lineEnding]);
  if (!escapes) return Uint8Array.from([...encoder.encode(text), ...end]);
  const bytes: number[] = [];
  for (let at = 0; at < text.length;) {
    const backslash = text.indexOf('\\', at);
    const plainEnd = backslash < 0 ? text.length : backslash;
    bytes.push(...encoder.encode(text.slice(at, plainEnd)));
    if (backslash < 0) break;
    const letter = text[backslash + 1] ?? '';
    const hex = /^x([0-9a-f]{2})/i.exec(text.slice(backslash + 1, backslash + 4));
    const byte = hex ? parseInt(hex[1] ?? '', 16) : oneLetterEscapes[letter];
    if (byte === undefined) throw problem('monitorHost.badEscape', { escape: `\\${letter}` });
    bytes.push(byte);
    at = backslash + (hex ? 4 : 2);
  }
  return Uint8Array.from([...bytes, ...end]);
}

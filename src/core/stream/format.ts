/** In which format a stream is read: found out line by line, or locked by the user. */
import { problem } from '../problem';

export type LineFormat =
  | { readonly kind: 'auto' }
  /** As Arduino IDE 2 reads lines, with all its leniency. */
  | { readonly kind: 'arduino' }
  /** As Teleplot reads a serial line, with all its leniency. */
  | { readonly kind: 'teleplot' }
  | { readonly kind: 'csv'; readonly delimiter: string; readonly decimalComma: boolean };

export const SAMPLE_TYPES = [
  'uint8',
  'int8',
  'uint16',
  'int16',
  'uint32',
  'int32',
  'float32',
  'float64',
] as const;
export type SampleType = (typeof SAMPLE_TYPES)[number];

/** One value per channel, all of one type, one after the other. */
export interface BinaryLayout {
  readonly channels: number;
  readonly type: SampleType;
  readonly littleEndian: boolean;
}

export type FrameSize =
  | { readonly kind: 'fixed'; readonly payloadBytes: number }
  | { readonly kind: 'oneByte' }
  | { readonly kind: 'twoBytes'; readonly littleEndian: boolean };

export interface Framing {
  /** 1 to 16 bytes that every frame starts with. */
  readonly syncWord: readonly number[];
  readonly size: FrameSize;
  /** The byte after the payload is the sum of the payload, modulo 256. */
  readonly checksum: boolean;
}

export type BinaryFormat =
  | { readonly kind: 'binary'; readonly layout: BinaryLayout }
  | { readonly kind: 'framed'; readonly layout: BinaryLayout; readonly framing: Framing };

export type StreamFormat = LineFormat | BinaryFormat;

export const AUTO: LineFormat = { kind: 'auto' };

export function isBinaryFormat(format: StreamFormat): format is BinaryFormat {
  return format.kind === 'binary' || format.kind === 'framed';
}

const DELIMITERS: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', space: ' ' };

/**
 * A format as written in a setting or on the command line: `auto`, `arduino`, `teleplot`, `csv`, `csv:DELIMITER` (a
 * character, or comma, semicolon, tab, space), `binary:CHANNELSxTYPE[be]` such as `binary:3xint16`, and
 * `framed:CHANNELSxTYPE[be]`, which is serialplot's default frame: AA BB, one byte of size, payload, checksum.
 * @throws Problem when it is none of these
 */
export function parseFormat(text: string): StreamFormat {
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const rest = colon < 0 ? '' : text.slice(colon + 1);
  if (rest === '') {
    if (name === 'auto' || name === 'arduino' || name === 'teleplot') return { kind: name };
    if (name === 'csv') return { kind: 'csv', delimiter: ',', decimalComma: false };
  }
  if (name === 'csv') {
    const delimiter = DELIMITERS[rest] ?? rest;
    if (delimiter.length === 1) return { kind: 'csv', delimiter, decimalComma: delimiter === ';' };
  }
  if (name === 'binary' || name === 'framed') {
    const layout = parseLayout(rest);
    if (layout && name === 'binary') return { kind: 'binary', layout };
    if (layout) {
      return {
        kind: 'framed',
        layout,
        framing: { syncWord: [0xaa, 0xbb], size: { kind: 'oneByte' }, checksum: true },
      };
    }
  }
  throw problem('stream.formatUnknown', { format: text });
}

export function bytesPerSample(type: SampleType): number {
  return Number(type.replace(/\D/g, '')) / 8;
}

function parseLayout(text: string): BinaryLayout | undefined {
  const match = /^(\d{1,2})x([a-z]{1,5}\d{1,2})(be|le)?$/.exec(text);
  const type = SAMPLE_TYPES.find((known) => known === match?.[2]);
  const channels = Number(match?.[1]);
  if (!type || channels < 1 || channels > 64) return undefined;
  return { channels, type, littleEndian: match?.[3] !== 'be' };
}

/**
 * The lines of a CSV file that is replayed. Where the first is the header of a recording, the ones behind it are its rows,
 * with their texts, in whatever format the board that printed them is read; else they are lines like those of any board.
 */
import { sentence } from '../../../l10n/sentences';
import { RECORDED_TIME } from './deviceClock';
import { parsePlainCsv } from './dialects/csv';
import { MAX_FIELDS } from './dialects/fields';
import { parseNumber } from './numbers';
import { recordedFields, unescapeText, type RecordedField } from './recordedFields';
import { rejected, type Cell, type HeaderLine, type RejectedLine } from './verdict';

export interface RecordedRow {
  readonly kind: 'recorded';
  /** Without the time. The same array as long as the header is the same. */
  readonly names: readonly string[];
  readonly timeMs: number;
  readonly values: readonly (Cell | string)[];
}

/** A row has the values of many lines, and may be longer than each of them. */
export const LONGEST_RECORDED_LINE = 1024 * 1024;
const BYTE_ORDER_MARK = '\ufeff';

export class RecordedLines {
  private names: readonly string[] | undefined;
  private isForeign = false;

  /** Undefined: a line like any other. */
  read(line: string): RecordedRow | HeaderLine | RejectedLine | undefined {
    if (this.isForeign) return undefined;
    const header = this.readHeader(line);
    if (header) return header;
    this.isForeign = !this.names;
    return this.names && readRow(line, this.names);
  }

  private readHeader(line: string): HeaderLine | undefined {
    const text = !this.names && line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line;
    if (!text.startsWith(`${RECORDED_TIME},`)) return undefined;
    const [, ...names] = recordedFields(text).map(unescapeText);
    if (names.length > MAX_FIELDS) return undefined;
    this.names = names;
    return { kind: 'header', names: [RECORDED_TIME, ...names] };
  }
}

function readRow(line: string, names: readonly string[]): RecordedRow | RejectedLine | undefined {
  const plain = parsePlainCsv(line)?.sample;
  const [time, ...values] = plain?.shape === 'list' ? plain.values : recordedFields(line).map(valueOf);
  // A remark that somebody wrote into the file.
  if (typeof time !== 'number') return undefined;
  return values.length === names.length
    ? { kind: 'recorded', names, timeMs: time, values }
    : rejected(sentence('stream.columnsDiffer', { found: values.length + 1, expected: names.length + 1 }));
}

/** What stands between quotes is text, also where it looks like a number. */
function valueOf(field: RecordedField): Cell | string {
  if (field.isQuoted) return unescapeText(field);
  return field.text === '' ? null : (parseNumber(field.text) ?? unescapeText(field));
}

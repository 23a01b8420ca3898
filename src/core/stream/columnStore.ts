/**
 * Everything that was plotted, in typed arrays: groups of columns that share a time column, since they come in one line.
 *
 * Rows are kept in blocks; when the limit of rows or bytes is reached the oldest go, and are counted. Row numbers are
 * absolute: they do not change when older rows are dropped. Times are seconds on the session's axis and never fall.
 */

/** A NaN that says "the field was empty": payload 0xE0E0 in the low word, which copying a typed array keeps. */
const GAP_LOW_WORD = 0xe0e0;
const BLOCK_ROWS = 4096;
/** Extremes are kept for every run of this many rows, so that a long window draws without reading each row. */
export const RUN_ROWS = 64;

export interface StoreLimits {
  /** Over all groups. */
  readonly rows: number;
  readonly bytes: number;
}

export const DEFAULT_LIMITS: StoreLimits = { rows: 1_000_000, bytes: 64 * 1024 * 1024 };

interface Block {
  readonly firstRow: number;
  readonly times: Float64Array;
  readonly columns: readonly Column[];
}

interface Column {
  readonly values: Float64Array;
  readonly words: Uint32Array;
  /** Per run of `RUN_ROWS` rows: smallest and largest finite value; NaN where there is none. */
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
  /** Per run: 1 when it has a value that is empty, NaN or infinite. */
  readonly irregular: Uint8Array;
}

interface Group {
  readonly columns: number;
  /** Absolute numbers: rows [firstRow, endRow) are there. */
  firstRow: number;
  endRow: number;
  blocks: Block[];
}

/** A copy of part of a group. `columns[i][r]` belongs to `times[r]`. */
export interface StoreWindow {
  readonly firstRow: number;
  readonly times: Float64Array;
  readonly columns: readonly Float64Array[];
}

export class ColumnStore {
  /** Rows dropped because the limit was reached. */
  droppedRows = 0;
  private readonly groups: Group[] = [];
  private rows = 0;
  private bytes = 0;

  constructor(private limits: StoreLimits = DEFAULT_LIMITS) {}

  /** What is over a smaller limit goes at once, the oldest first, and counts as dropped. */
  setLimits(limits: StoreLimits): void {
    this.limits = limits;
    while (this.bytes > limits.bytes && this.dropBlock());
    while (this.rows > limits.rows) this.dropOldest();
  }

  /** @returns the new group's number */
  addGroup(columns: number): number {
    this.groups.push({ columns, firstRow: 0, endRow: 0, blocks: [] });
    return this.groups.length - 1;
  }

  get rowCount(): number {
    return this.rows;
  }

  get byteCount(): number {
    return this.bytes;
  }

  range(group: number): { readonly firstRow: number; readonly endRow: number } {
    const { firstRow, endRow } = this.at(group);
    return { firstRow, endRow };
  }

  /** Appends one row; null is an empty field. */
  append(group: number, timeS: number, values: ArrayLike<number | null>): void {
    const target = this.at(group);
    let block = target.blocks.at(-1);
    if (!block || target.endRow - block.firstRow === block.times.length) block = this.addBlock(target);
    const row = target.endRow - block.firstRow;
    block.times[row] = timeS;
    for (let index = 0; index < block.columns.length; index++) {
      const column = block.columns[index];
      if (column) writeCell(column, row, values[index] ?? null);
    }
    target.endRow++;
    this.rows++;
    if (this.rows > this.limits.rows) this.dropOldest();
  }

  /** Forgets the rows of a group; they do not count as dropped. */
  clear(group: number): void {
    const target = this.at(group);
    this.rows -= target.endRow - target.firstRow;
    this.bytes -= target.blocks.length * blockBytes(target.columns);
    target.blocks = [];
    target.firstRow = target.endRow;
  }

  /** First row at or after `timeS`; `endRow` when there is none. */
  rowAt(group: number, timeS: number): number {
    const target = this.at(group);
    let low = target.firstRow;
    let high = target.endRow;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.timeOf(target, middle) < timeS) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  timeAt(group: number, row: number): number {
    return this.timeOf(this.at(group), row);
  }

  /** Copies rows [from, to) as far as they are there. */
  window(group: number, from: number, to: number): StoreWindow {
    const target = this.at(group);
    const first = Math.max(from, target.firstRow);
    const end = Math.max(first, Math.min(to, target.endRow));
    const times = new Float64Array(end - first);
    const columns = Array.from({ length: target.columns }, () => new Float64Array(end - first));
    this.eachPart(target, first, end, (block, start, stop, offset) => {
      times.set(block.times.subarray(start, stop), offset);
      for (const [index, column] of block.columns.entries())
        columns[index]?.set(column.values.subarray(start, stop), offset);
    });
    return { firstRow: first, times, columns };
  }

  /** Calls `visit` with each stretch of rows that lies in one block, without copying. */
  visit(group: number, column: number, from: number, to: number, visit: (part: StorePart) => void): void {
    const target = this.at(group);
    this.eachPart(
      target,
      Math.max(from, target.firstRow),
      Math.min(to, target.endRow),
      (block, start, stop) => {
        const found = block.columns[column];
        if (found) visit({ firstRow: block.firstRow, start, stop, times: block.times, ...found });
      },
    );
  }

  private eachPart(
    group: Group,
    from: number,
    to: number,
    use: (block: Block, start: number, stop: number, offset: number) => void,
  ): void {
    for (const block of group.blocks) {
      const start = Math.max(from - block.firstRow, 0);
      const stop = Math.min(to - block.firstRow, block.times.length);
      if (start < stop) use(block, start, stop, block.firstRow + start - from);
    }
  }

  private timeOf(group: Group, row: number): number {
    const firstBlock = group.blocks[0];
    if (firstBlock === undefined) return Number.NaN;
    if (row < group.firstRow || row >= group.endRow) return Number.NaN;
    const size = firstBlock.times.length;
    const block = group.blocks[Math.floor((row - firstBlock.firstRow) / size)];
    return block?.times[(row - firstBlock.firstRow) % size] ?? Number.NaN;
  }

  private addBlock(group: Group): Block {
    const rows = BLOCK_ROWS;
    const added = blockBytes(group.columns);
    while (this.bytes + added > this.limits.bytes && this.dropBlock());
    const block: Block = {
      firstRow: group.endRow,
      times: new Float64Array(rows),
      columns: Array.from({ length: group.columns }, () => {
        const values = new Float64Array(rows);
        return {
          values,
          words: new Uint32Array(values.buffer),
          minimum: new Float64Array(rows / RUN_ROWS).fill(Number.NaN),
          maximum: new Float64Array(rows / RUN_ROWS).fill(Number.NaN),
          irregular: new Uint8Array(rows / RUN_ROWS),
        };
      }),
    };
    group.blocks.push(block);
    this.bytes += added;
    return block;
  }

  /** One row of the group whose first row is oldest: with one group the limit is exact. */
  private dropOldest(): void {
    const oldest = this.oldestGroup();
    if (!oldest) return;
    oldest.firstRow++;
    this.rows--;
    this.droppedRows++;
    const rowsGone = oldest.firstRow - (oldest.blocks[0]?.firstRow ?? 0);
    if (rowsGone === oldest.blocks[0]?.times.length) {
      oldest.blocks.shift();
      this.bytes -= blockBytes(oldest.columns);
    }
  }

  /** @returns whether there was a full block to drop */
  private dropBlock(): boolean {
    const oldest = this.oldestGroup();
    if (!oldest) return false;
    const block = oldest.blocks[0];
    if (!block) return false;
    const end = Math.min(oldest.endRow, block.firstRow + block.times.length);
    const gone = end - oldest.firstRow;
    oldest.blocks.shift();
    oldest.firstRow = end;
    this.rows -= gone;
    this.droppedRows += gone;
    this.bytes -= blockBytes(oldest.columns);
    return true;
  }

  private oldestGroup(): Group | undefined {
    if (this.groups.length === 1) return this.groups[0];
    let oldest: Group | undefined;
    let oldestS = Number.POSITIVE_INFINITY;
    for (const group of this.groups) {
      const timeS = this.timeOf(group, group.firstRow);
      if (timeS < oldestS) [oldest, oldestS] = [group, timeS];
    }
    return oldest;
  }

  private at(group: number): Group {
    const found = this.groups[group];
    if (!found) throw new Error(`There is no group ${group} in the store.`);
    return found;
  }
}

/** A stretch of one column: rows `firstRow + start` to `firstRow + stop`, at those indices of `times` and `values`. */
export interface StorePart extends Column {
  readonly firstRow: number;
  readonly start: number;
  readonly stop: number;
  readonly times: Float64Array;
}

/** Whether the NaN at this index of a column (or of a copy of it) stands for an empty field. */
export function isGap(values: Float64Array, index: number): boolean {
  if (!Number.isNaN(values[index])) return false;
  return new Uint32Array(values.buffer, values.byteOffset + index * 8, 1)[0] === GAP_LOW_WORD;
}

/** As `isGap`, for a value read together with its low word. */
export function isGapWord(lowWord: number, value: number): boolean {
  return Number.isNaN(value) && lowWord === GAP_LOW_WORD;
}

function writeCell(column: Column, row: number, value: number | null): void {
  const run = Math.floor(row / RUN_ROWS);
  if (value === null) {
    column.words[2 * row] = GAP_LOW_WORD;
    column.words[2 * row + 1] = 0x7ff8_0000;
    column.irregular[run] = 1;
    return;
  }
  column.values[row] = value;
  if (!Number.isFinite(value)) {
    column.irregular[run] = 1;
    return;
  }
  const minimum = column.minimum[run] ?? Number.NaN;
  const maximum = column.maximum[run] ?? Number.NaN;
  if (!(minimum <= value)) column.minimum[run] = value;
  if (!(maximum >= value)) column.maximum[run] = value;
}

function blockBytes(columns: number): number {
  return BLOCK_ROWS * 8 * (1 + columns) + (BLOCK_ROWS / RUN_ROWS) * 17 * columns;
}

import { scalarBytes, type FieldDescription } from '../tflite/description';
import { unions } from '../tflite/schema/enums';
import type { TableName } from '../tflite/schema/names';
import { tables } from '../tflite/schema/tables';
import { readZipTail } from './zipTail';

/** What a run of bytes is. `unknown`: nothing in the schema points there, and it is not zero. */
export type RegionKind =
  'header' | 'table' | 'vtable' | 'vector' | 'string' | 'buffer' | 'padding' | 'unknown' | 'zip';

export interface FileRegion {
  /** Bytes [start, end) of the file. */
  readonly start: number;
  readonly end: number;
  readonly kind: RegionKind;
  /** Of `buffer`: index into the model's buffers. */
  readonly buffer?: number;
  /** Of `string`: a name or description that nothing needs to run the model. */
  readonly isName?: boolean;
}

/** Strings that a runtime never looks up. */
const names = new Set(['Tensor.name', 'SubGraph.name', 'Model.description']);

/**
 * Every byte of a `.tflite` file exactly once, in order of position: the regions follow each other without a gap, from 0 to
 * the file's length. Works on damaged files too; each offset is followed once, so it takes time linear in the file.
 */
export function fileRegions(bytes: Uint8Array): readonly FileRegion[] {
  const zipStart = readZipTail(bytes)?.start ?? bytes.length;
  const body = bytes.subarray(0, zipStart);
  const found = new RegionFinder(body).find();
  const regions = withGaps(body, found);
  return zipStart < bytes.length
    ? [...regions, { start: zipStart, end: bytes.length, kind: 'zip' }]
    : regions;
}

/** Sorted by start; where two overlap, the first keeps the bytes; gaps become padding (all zero) or unknown. */
function withGaps(body: Uint8Array, found: FileRegion[]): FileRegion[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const regions: FileRegion[] = [];
  let at = 0;
  const fill = (to: number) => {
    if (to <= at) return;
    const isZero = body.subarray(at, to).every((byte) => byte === 0);
    regions.push({ start: at, end: to, kind: isZero ? 'padding' : 'unknown' });
    at = to;
  };
  for (const region of found) {
    if (region.end <= at) continue;
    fill(region.start);
    regions.push({ ...region, start: at });
    at = region.end;
  }
  fill(body.length);
  return regions;
}

interface Visit {
  readonly table: TableName;
  readonly at: number;
  readonly buffer?: number;
}

class RegionFinder {
  private readonly data: DataView;
  private readonly regions: FileRegion[] = [];
  private readonly seen = new Set<number>();
  private readonly pending: Visit[] = [];
  /** Entries of vectors of tables: sound files have at most one per four bytes. */
  private entriesLeft: number;

  constructor(private readonly body: Uint8Array) {
    this.data = new DataView(body.buffer, body.byteOffset, body.byteLength);
    this.entriesLeft = Math.floor(body.length / 4) + 16;
  }

  find(): FileRegion[] {
    if (this.body.length < 8) return [];
    this.add(0, 8, 'header');
    this.pending.push({ table: 'Model', at: this.target(0) });
    for (let visit = this.pending.pop(); visit; visit = this.pending.pop()) this.table(visit);
    return this.regions;
  }

  private holds(at: number, size: number): boolean {
    return at >= 0 && at + size <= this.body.length;
  }

  /** Where the offset at `at` points; −1 where it cannot be followed. */
  private target(at: number): number {
    if (!this.holds(at, 4)) return -1;
    const offset = this.data.getUint32(at, true);
    return offset === 0 ? -1 : at + offset;
  }

  private add(start: number, size: number, kind: RegionKind, more: Partial<FileRegion> = {}): void {
    const end = Math.min(start + size, this.body.length);
    if (end > start) this.regions.push({ start, end, kind, ...more });
  }

  /** True the first time. */
  private enter(at: number): boolean {
    if (this.seen.has(at)) return false;
    this.seen.add(at);
    return true;
  }

  private table({ table, at, buffer }: Visit): void {
    if (!this.holds(at, 4) || !this.enter(at)) return;
    const vtable = at - this.data.getInt32(at, true);
    if (!this.holds(vtable, 4)) return;
    const vtableSize = this.data.getUint16(vtable, true);
    this.add(at, Math.max(4, this.data.getUint16(vtable + 2, true)), 'table');
    if (this.enter(vtable)) this.add(vtable, Math.max(4, vtableSize), 'vtable');
    const fieldAt = (slot: number): number => {
      const entry = vtable + 4 + 2 * slot;
      if (4 + 2 * slot + 2 > vtableSize || !this.holds(entry, 2)) return -1;
      const offset = this.data.getUint16(entry, true);
      return offset === 0 || !this.holds(at + offset, 1) ? -1 : at + offset;
    };
    for (const field of tables[table]) {
      const position = fieldAt(field.slot);
      if (position >= 0 && field.kind !== 'scalar') this.field(table, field, position, fieldAt, buffer);
    }
    if (table === 'Buffer' && buffer !== undefined) this.distantBuffer(fieldAt(1), fieldAt(2), buffer);
  }

  private field(
    table: TableName,
    field: FieldDescription,
    position: number,
    fieldAt: (slot: number) => number,
    buffer: number | undefined,
  ): void {
    const at = this.target(position);
    if (!this.holds(at, 4)) return;
    switch (field.kind) {
      case 'scalar':
        return;
      case 'table':
        this.pending.push({ table: field.table, at });
        return;
      case 'union': {
        const tagAt = fieldAt(field.typeSlot);
        const member = tagAt < 0 ? undefined : unions[field.union][this.data.getUint8(tagAt)];
        if (member) this.pending.push({ table: member, at });
        return;
      }
      case 'string':
        if (!this.enter(at)) return;
        this.add(at, 4 + this.data.getUint32(at, true) + 1, 'string', {
          isName: names.has(`${table}.${field.name}`),
        });
        return;
      case 'scalars': {
        if (!this.enter(at)) return;
        const size = this.data.getUint32(at, true) * scalarBytes[field.type];
        if (buffer === undefined) this.add(at, 4 + size, 'vector');
        else {
          this.add(at, 4, 'vector');
          this.add(at + 4, size, 'buffer', { buffer });
        }
        return;
      }
      case 'tables': {
        if (!this.enter(at)) return;
        const count = Math.min(this.data.getUint32(at, true), Math.floor((this.body.length - at - 4) / 4));
        this.add(at, 4 + 4 * count, 'vector');
        for (let index = 0; index < count && this.entriesLeft > 0; index++, this.entriesLeft--) {
          const visit = { table: field.table, at: this.target(at + 4 + 4 * index) };
          this.pending.push(field.table === 'Buffer' ? { ...visit, buffer: index } : visit);
        }
        return;
      }
    }
  }

  /** Data behind `offset` and `size`, as files above 2 GB have it. */
  private distantBuffer(offsetAt: number, sizeAt: number, buffer: number): void {
    if (!this.holds(offsetAt, 8) || !this.holds(sizeAt, 8)) return;
    const offset = Number(this.data.getBigUint64(offsetAt, true));
    const size = Number(this.data.getBigUint64(sizeAt, true));
    if (offset > 1 && this.holds(offset, size)) this.add(offset, size, 'buffer', { buffer });
  }
}

import { sentence } from '../../../../l10n/sentences';
import { scalarBytes, type FieldDescription, type ScalarType } from '../description';
import type { FileView } from '../fileView';
import { enums, unions } from '../schema/enums';
import type { EnumName, TableName } from '../schema/names';
import { tables } from '../schema/tables';
import { numberBytes } from '../tableView';
import type { IssueList } from './issueList';
import { isUtf8 } from './isUtf8';

/** Bytes that nobody walks: they are handed out as a view, whatever their length. */
const plainBytes: ReadonlySet<string> = new Set(['Buffer.data', 'Operator.custom_options']);

/**
 * Follows every offset of the file from the root down, by the description of the schema, and checks that offsets, vtables,
 * fields, vectors, strings, unions and enum members are inside the file, aligned and known. The rules are those of the
 * FlatBuffers internals document (flatbuffers.dev, "FlatBuffer Internals"). Goes on after an issue with what stands
 * beside it. Nothing is read before its place has been checked.
 */
export class StructureCheck {
  /** Tables walked so far, each as often as something points to it. */
  tablesWalked = 0;
  private isStopped = false;

  constructor(
    private readonly file: FileView,
    private readonly issues: IssueList,
  ) {}

  run(): void {
    if (!this.file.holds(0, 8)) return;
    const root = this.target(0);
    if (root !== 0) this.table('Model', root, 1);
  }

  private table(name: TableName, position: number, depth: number): void {
    const { file, issues } = this;
    if (this.isStopped || issues.isFull) return;
    if (depth > file.limits.depth || !file.takeTable()) {
      this.isStopped = true;
      const limit = depth > file.limits.depth ? file.limits.depth : file.limits.tables;
      issues.add('limit', position, (trace) =>
        sentence('tflite.tooManyTables', { offset: position, trace, limit }),
      );
      return;
    }
    this.tablesWalked++;
    if (!this.aligned(position, 4) || !this.inside('table', position, 4)) return;
    const vtable = position - file.int32(position);
    const place = this.tablePlace(position, vtable);
    if (place === undefined) {
      issues.add('table', position, (trace) =>
        sentence('tflite.badVtable', { offset: position, trace, vtable }),
      );
      return;
    }
    for (const field of tables[name]) this.field(name, field, place, depth);
  }

  /** Absent when the vtable, or the table as the vtable describes it, is not inside the file. */
  private tablePlace(position: number, vtable: number): TablePlace | undefined {
    const { file } = this;
    if (!file.holds(vtable, 4) || vtable % 2 !== 0) return undefined;
    const vtableBytes = file.uint16(vtable);
    const tableBytes = file.uint16(vtable + 2);
    const isVtable = vtableBytes >= 4 && vtableBytes % 2 === 0 && file.holds(vtable, vtableBytes);
    const isTable = tableBytes >= 4 && file.holds(position, tableBytes);
    return isVtable && isTable ? { position, vtable, vtableBytes, tableBytes } : undefined;
  }

  /** Byte offset of a field's own bytes, 0 if it is absent or broken. */
  private place(table: TablePlace, slot: number, bytes: number): number {
    const entry = 4 + 2 * slot;
    if (entry + 2 > table.vtableBytes) return 0;
    const offset = this.file.uint16(table.vtable + entry);
    if (offset === 0) return 0;
    if (offset < 4 || offset + bytes > table.tableBytes) {
      const at = table.vtable + entry;
      this.issues.add('table', at, (trace) => sentence('tflite.fieldOutside', { offset: at, trace }));
      return 0;
    }
    const position = table.position + offset;
    return this.aligned(position, bytes) ? position : 0;
  }

  private field(name: TableName, field: FieldDescription, table: TablePlace, depth: number): void {
    // Most fields of most tables are absent: ask before a step of the trail is made.
    const entry = 4 + 2 * field.slot;
    const isPresent = entry + 2 <= table.vtableBytes && this.file.uint16(table.vtable + entry) !== 0;
    if (!isPresent && field.kind !== 'union') return;
    this.issues.trail.enter(field.name);
    if (field.kind === 'union') this.union(field, table, depth);
    else if (field.kind === 'scalar') {
      const place = this.place(table, field.slot, scalarBytes[field.type]);
      if (place !== 0 && field.enum !== undefined) this.member(field.enum, place, field.type);
    } else {
      const place = this.place(table, field.slot, 4);
      const target = place === 0 ? 0 : this.target(place);
      if (target !== 0) this.pointedTo(name, field, target, depth);
    }
    this.issues.trail.leave();
  }

  private pointedTo(
    name: TableName,
    field: Exclude<FieldDescription, { kind: 'scalar' | 'union' }>,
    target: number,
    depth: number,
  ): void {
    if (field.kind === 'string') this.text(target);
    else if (field.kind === 'table') this.table(field.table, target, depth + 1);
    else if (field.kind === 'tables') this.tableVector(field.name, field.table, target, depth);
    else this.scalars(target, field.type, field.enum, plainBytes.has(`${name}.${field.name}`));
  }

  private union(field: Extract<FieldDescription, { kind: 'union' }>, table: TablePlace, depth: number): void {
    const tagPlace = this.place(table, field.typeSlot, 1);
    const place = this.place(table, field.slot, 4);
    const tag = tagPlace === 0 ? 0 : this.file.scalar(tagPlace, 'ubyte');
    const member = unions[field.union][tag];
    const at = tagPlace || place || table.position;
    if (tag !== 0 && member === undefined) {
      this.issues.add('union', at, (trace) => sentence('tflite.unknownUnionTag', { offset: at, trace, tag }));
    } else if ((member === undefined) !== (place === 0)) {
      this.issues.add('union', at, (trace) => sentence('tflite.halfUnion', { offset: at, trace, tag }));
    } else if (member !== undefined) {
      const target = this.target(place);
      if (target !== 0) this.table(member, target, depth + 1);
    }
  }

  private text(position: number): void {
    const end = this.vector(position, 1, 1);
    if (end === 0) return;
    const { file, issues } = this;
    if (!file.holds(end, 1) || file.bytes[end] !== 0) {
      issues.add('string', position, (trace) =>
        sentence('tflite.stringWithoutEnd', { offset: position, trace }),
      );
    } else if (!isUtf8(file.bytes, position + 4, end)) {
      issues.add('string', position, (trace) =>
        sentence('tflite.stringNotUtf8', { offset: position, trace }),
      );
    }
  }

  private scalars(position: number, type: ScalarType, members: EnumName | undefined, isPlain: boolean): void {
    const size = scalarBytes[type];
    const end = this.vector(position, size, isPlain ? 0 : numberBytes);
    if (end === 0) return;
    if (end > position + 4) this.aligned(position + 4, size);
    if (members === undefined) return;
    for (let place = position + 4; place < end; place += size) this.member(members, place, type);
  }

  private tableVector(name: string, table: TableName, position: number, depth: number): void {
    const end = this.vector(position, 4, 4);
    const { trail } = this.issues;
    // The step of the vector becomes the step of its element.
    trail.leave();
    for (let place = position + 4; place < end && !this.isStopped && !this.issues.isFull; place += 4) {
      trail.enter(name, (place - position) / 4 - 1);
      const target = this.target(place);
      if (target !== 0) this.table(table, target, depth + 1);
      trail.leave();
    }
    trail.enter(name);
  }

  /** Byte offset of the end of a vector's elements, 0 if it is broken. */
  private vector(position: number, elementBytes: number, costPerElement: number): number {
    const { file, issues } = this;
    if (!this.aligned(position, 4) || !this.inside('vector', position, 4)) return 0;
    const count = file.uint32(position);
    const bytes = count * elementBytes;
    if (!file.holds(position + 4, bytes)) {
      issues.add('vector', position, (trace) =>
        sentence('tflite.vectorOutside', { offset: position, trace, count, bytes, fileBytes: file.length }),
      );
      return 0;
    }
    if (!file.takeVector(count * costPerElement)) {
      this.isStopped = true;
      const limit = file.limits.vectorBytes;
      issues.add('limit', position, (trace) =>
        sentence('tflite.tooManyBytes', { offset: position, trace, limit }),
      );
      return 0;
    }
    return position + 4 + bytes;
  }

  private member(name: EnumName, position: number, type: ScalarType): void {
    const value = this.file.scalar(position, type);
    if (enums[name][value] !== undefined) return;
    this.issues.add('value', position, (trace) =>
      sentence('tflite.unknownMember', { offset: position, trace, value, list: name }),
    );
  }

  /** Where the offset at `place` leads, 0 if nowhere. */
  private target(place: number): number {
    const distance = this.file.uint32(place);
    const target = place + distance;
    if (distance >= 4 && distance < 2 ** 31 && this.file.holds(target, 4)) return target;
    this.issues.add('offset', place, (trace) =>
      sentence('tflite.offsetOutside', { offset: place, trace, target, fileBytes: this.file.length }),
    );
    return 0;
  }

  private inside(kind: 'table' | 'vector', position: number, bytes: number): boolean {
    if (this.file.holds(position, bytes)) return true;
    this.issues.add(kind, position, (trace) =>
      sentence('tflite.offsetOutside', {
        offset: position,
        trace,
        target: position,
        fileBytes: this.file.length,
      }),
    );
    return false;
  }

  private aligned(position: number, bytes: number): boolean {
    if (position % bytes === 0) return true;
    this.issues.add('offset', position, (trace) =>
      sentence('tflite.misaligned', { offset: position, trace, bytes }),
    );
    return false;
  }
}

interface TablePlace {
  readonly position: number;
  readonly vtable: number;
  readonly vtableBytes: number;
  readonly tableBytes: number;
}

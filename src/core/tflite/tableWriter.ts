import { Builder, type Offset } from 'flatbuffers';
import { scalarBytes, type FieldDescription, type ScalarField, type ScalarType } from './description';
import type { TableRecord } from './model';
import { enums, unions } from './schema/enums';
import type { EnumName, TableName } from './schema/names';
import { tables } from './schema/tables';

/** A finished table as the value of a union field. */
export interface UnionMember {
  readonly table: TableName;
  readonly offset: Offset;
}

/**
 * Values of a table's fields by the names of the schema: scalars as they are (enum members by name), everything else as
 * the offset of what has been written; 0 or undefined leaves the field out.
 */
export type FieldValues = Readonly<Record<string, number | boolean | string | UnionMember | undefined>>;

/** Short vectors are written once and pointed to again; longer ones are seldom equal. */
const longestSharedVector = 16;

const enumValues = new Map<EnumName, ReadonlyMap<string, number>>();

function enumValue(name: EnumName, member: string): number {
  let values = enumValues.get(name);
  if (values === undefined) {
    values = new Map(Object.entries(enums[name]).map(([value, memberName]) => [memberName, Number(value)]));
    enumValues.set(name, values);
  }
  const value = values.get(member);
  if (value === undefined) throw new TypeError(`The schema has no ${name}.${member}.`);
  return value;
}

const largestInt64 = 2n ** 63n - 1n;

function int64(value: number): bigint {
  const whole = BigInt(value);
  if (whole > largestInt64) return largestInt64;
  return whole < -largestInt64 ? -largestInt64 - 1n : whole;
}

function inlineBytes(field: FieldDescription): number {
  return field.kind === 'scalar' ? scalarBytes[field.type] : 4;
}

/** Largest first, so that no padding falls between the fields of a table. */
const fieldsBySize = new Map<TableName, readonly FieldDescription[]>();

function orderedFields(table: TableName): readonly FieldDescription[] {
  let fields = fieldsBySize.get(table);
  if (fields === undefined) {
    fields = [...tables[table]].sort((a, b) => inlineBytes(b) - inlineBytes(a) || b.slot - a.slot);
    fieldsBySize.set(table, fields);
  }
  return fields;
}

function isTableName(name: string): name is TableName {
  return name in tables;
}

/** Writes tables, vectors and strings by the description of the schema, and equal small ones only once. */
export class TableWriter {
  private readonly builder: Builder;
  private readonly shared = new Map<string, Offset>();

  constructor(expectedBytes: number) {
    this.builder = new Builder(expectedBytes);
  }

  text(value: string): Offset {
    return value === '' ? 0 : this.builder.createSharedString(value);
  }

  scalars(values: ArrayLike<number>, type: ScalarType): Offset {
    const count = values.length;
    if (count === 0) return 0;
    if (count > longestSharedVector) return this.newScalars(values, type);
    return this.once(`${type}:${Array.from(values).join()}`, () => this.newScalars(values, type));
  }

  /** A vector of bytes whose first one stands at a multiple of `align` in the file. */
  bytes(values: Uint8Array, align: number): Offset {
    if (values.length === 0) return 0;
    this.builder.prep(align, values.length);
    return this.builder.createByteVector(values);
  }

  offsets(values: readonly Offset[]): Offset {
    if (values.length === 0) return 0;
    this.builder.startVector(4, values.length, 4);
    for (let index = values.length - 1; index >= 0; index--) this.builder.addOffset(values[index] ?? 0);
    return this.builder.endVector();
  }

  table(name: TableName, values: FieldValues): Offset {
    const { builder } = this;
    const fields = orderedFields(name);
    const slots = fields.reduce((most, field) => Math.max(most, field.slot + 1), 0);
    builder.startObject(slots);
    for (const field of fields) {
      const value = values[field.name];
      if (value === undefined) continue;
      if (field.kind === 'scalar') this.addScalar(field, value);
      else if (typeof value === 'number') builder.addFieldOffset(field.slot, value, 0);
      else if (field.kind === 'union' && typeof value === 'object')
        builder.addFieldOffset(field.slot, value.offset, 0);
    }
    for (const field of fields) {
      const value = values[field.name];
      if (field.kind !== 'union' || typeof value !== 'object') continue;
      const tag = Object.entries(unions[field.union]).find(([, table]) => table === value.table)?.[0];
      if (tag === undefined) throw new TypeError(`${value.table} is no member of ${field.union}.`);
      builder.addFieldInt8(field.typeSlot, Number(tag), 0);
    }
    return builder.endObject();
  }

  /** As `table`, but an equal one that has been written before serves again. */
  sharedTable(name: TableName, values: FieldValues): Offset {
    return this.once(`${name}:${JSON.stringify(values)}`, () => this.table(name, values));
  }

  /** An option table, or any other table given as plain values. */
  record(record: TableRecord): UnionMember {
    const { table } = record;
    if (!isTableName(table)) throw new TypeError(`The schema has no table ${table}.`);
    const values: Record<string, number | boolean | string | UnionMember | undefined> = {};
    for (const field of tables[table]) {
      const value = record.values[field.name];
      if (value !== undefined) values[field.name] = this.recordValue(field, value);
    }
    return { table, offset: this.sharedTable(table, values) };
  }

  finish(root: Offset): Uint8Array {
    this.builder.finish(root, 'TFL3');
    return this.builder.asUint8Array().slice();
  }

  private recordValue(field: FieldDescription, value: TableRecord['values'][string]): FieldValues[string] {
    if (field.kind === 'scalar') return typeof value === 'object' ? undefined : value;
    if (field.kind === 'string')
      return typeof value === 'string' ? this.builder.createSharedString(value) : undefined;
    if (typeof value !== 'object') return undefined;
    if (field.kind === 'scalars') return 'table' in value ? undefined : this.recordScalars(field, value);
    if (field.kind === 'tables') {
      const records = 'table' in value ? [value] : value;
      return this.offsets(
        records.filter((inner) => typeof inner === 'object').map((inner) => this.record(inner).offset),
      );
    }
    if (!('table' in value)) return undefined;
    const written = this.record(value);
    return field.kind === 'union' ? written : written.offset;
  }

  private recordScalars(
    field: Extract<FieldDescription, { kind: 'scalars' }>,
    value: readonly (number | TableRecord)[],
  ): Offset {
    const numbers = value.filter((element) => typeof element === 'number');
    return field.align === undefined || scalarBytes[field.type] > 1
      ? this.scalars(numbers, field.type)
      : this.bytes(Uint8Array.from(numbers), field.align);
  }

  private addScalar(field: ScalarField, value: number | boolean | string | UnionMember): void {
    if (typeof value === 'object') return;
    const { builder } = this;
    const { slot, default: fallback } = field;
    const code =
      typeof value === 'string' && field.enum !== undefined ? enumValue(field.enum, value) : Number(value);
    switch (field.type) {
      case 'bool':
      case 'byte':
      case 'ubyte': {
        builder.addFieldInt8(slot, code, fallback);
        return;
      }
      case 'short':
      case 'ushort': {
        builder.addFieldInt16(slot, code, fallback);
        return;
      }
      case 'int':
      case 'uint': {
        builder.addFieldInt32(slot, code, fallback);
        return;
      }
      case 'long':
      case 'ulong': {
        builder.addFieldInt64(slot, int64(code), BigInt(fallback));
        return;
      }
      case 'float': {
        builder.addFieldFloat32(slot, code, fallback);
        return;
      }
      case 'double': {
        builder.addFieldFloat64(slot, code, fallback);
        return;
      }
    }
  }

  private newScalars(values: ArrayLike<number>, type: ScalarType): Offset {
    const { builder } = this;
    const size = scalarBytes[type];
    builder.startVector(size, values.length, size);
    for (let index = values.length - 1; index >= 0; index--) {
      const value = values[index] ?? 0;
      if (type === 'float') builder.addFloat32(value);
      else if (type === 'double') builder.addFloat64(value);
      else if (size === 1) builder.addInt8(value);
      else if (size === 2) builder.addInt16(value);
      else if (size === 4) builder.addInt32(value);
      else builder.addInt64(int64(value));
    }
    return builder.endVector();
  }

  private once(key: string, write: () => Offset): Offset {
    const known = this.shared.get(key);
    if (known !== undefined) return known;
    const offset = write();
    this.shared.set(key, offset);
    return offset;
  }
}

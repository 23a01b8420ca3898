/** How the generated description of the schema (`schema/tables.ts`) speaks of a table's fields. */
import type { EnumName, TableName, UnionName } from './schema/names';

export type ScalarType =
  'bool' | 'byte' | 'ubyte' | 'short' | 'ushort' | 'int' | 'uint' | 'long' | 'ulong' | 'float' | 'double';

export const scalarBytes: Readonly<Record<ScalarType, 1 | 2 | 4 | 8>> = {
  bool: 1,
  byte: 1,
  ubyte: 1,
  short: 2,
  ushort: 2,
  int: 4,
  uint: 4,
  long: 8,
  ulong: 8,
  float: 4,
  double: 8,
};

interface NamedSlot {
  readonly name: string;
  /** Field id: its place in the vtable. */
  readonly slot: number;
}

export interface ScalarField extends NamedSlot {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  readonly default: number;
  readonly enum?: EnumName;
}

export interface StringField extends NamedSlot {
  readonly kind: 'string';
}

/** A vector of scalars. */
export interface ScalarsField extends NamedSlot {
  readonly kind: 'scalars';
  readonly type: ScalarType;
  /** Alignment of the elements in the file in bytes, where it is more than their own. */
  readonly align?: number;
  readonly enum?: EnumName;
}

export interface TableField extends NamedSlot {
  readonly kind: 'table';
  readonly table: TableName;
}

/** A vector of tables. */
export interface TablesField extends NamedSlot {
  readonly kind: 'tables';
  readonly table: TableName;
}

/** A table whose kind stands in the tag at `typeSlot`. */
export interface UnionField extends NamedSlot {
  readonly kind: 'union';
  readonly union: UnionName;
  readonly typeSlot: number;
}

export type FieldDescription =
  ScalarField | StringField | ScalarsField | TableField | TablesField | UnionField;

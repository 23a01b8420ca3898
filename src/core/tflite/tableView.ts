import { scalarBytes, type FieldDescription } from './description';
import type { FileView } from './fileView';
import { unions } from './schema/enums';
import type { TableName } from './schema/names';
import { tables } from './schema/tables';

/** Elements of a vector: `count` of them from byte `start`. */
export interface VectorPlace {
  readonly start: number;
  readonly count: number;
}

type Kind = FieldDescription['kind'];
type FieldOf<K extends Kind> = Extract<FieldDescription, { kind: K }>;

const fieldsByName = new Map<TableName, ReadonlyMap<string, FieldDescription>>();

function describedField<K extends Kind>(table: TableName, name: string, kind: K): FieldOf<K> {
  let fields = fieldsByName.get(table);
  if (fields === undefined) {
    fields = new Map(tables[table].map((field) => [field.name, field]));
    fieldsByName.set(table, fields);
  }
  const field = fields.get(name);
  if (field?.kind !== kind) throw new TypeError(`The schema has no ${kind} ${table}.${name}.`);
  return field as FieldOf<K>;
}

/** What a number of a JavaScript array takes. */
export const numberBytes = 8;

const decoder = new TextDecoder('utf-8');
const noTables: readonly TableView[] = [];

/**
 * One table of a file, read by the names of the schema. A field that is absent gives its default, and so does one whose
 * place is outside the file: on a verified file that never happens, on a damaged one it leaves what still parses.
 */
export class TableView {
  private readonly vtable: number;
  private readonly vtableBytes: number;

  private constructor(
    readonly file: FileView,
    readonly name: TableName,
    /** Byte offset of the table in the file. */
    readonly position: number,
  ) {
    this.vtable = position - file.int32(position);
    const readable = file.holds(this.vtable, 4);
    this.vtableBytes = readable ? file.uint16(this.vtable) : 0;
  }

  /** Absent when the place is outside the file or the limit of tables is reached. */
  static at(file: FileView, name: TableName, position: number): TableView | undefined {
    return file.holds(position, 4) && file.takeTable() ? new TableView(file, name, position) : undefined;
  }

  static root(file: FileView): TableView | undefined {
    return file.holds(0, 8) ? TableView.at(file, 'Model', file.uint32(0)) : undefined;
  }

  /** Byte offset of a field's own bytes; 0 if it is absent. */
  place(slot: number, bytes: number): number {
    const entry = 4 + 2 * slot;
    if (entry + 2 > this.vtableBytes || !this.file.holds(this.vtable + entry, 2)) return 0;
    const offset = this.file.uint16(this.vtable + entry);
    return offset !== 0 && this.file.holds(this.position + offset, bytes) ? this.position + offset : 0;
  }

  number(name: string): number {
    const field = describedField(this.name, name, 'scalar');
    const place = this.place(field.slot, scalarBytes[field.type]);
    return place === 0 ? field.default : this.file.scalar(place, field.type);
  }

  text(name: string): string | undefined {
    return this.textOf(describedField(this.name, name, 'string'));
  }

  textOf(field: FieldOf<'string'>): string | undefined {
    const found = this.vector(field.slot, 1);
    if (found === undefined || !this.file.takeVector(found.count)) return undefined;
    return decoder.decode(this.file.bytes.subarray(found.start, found.start + found.count));
  }

  numbers(name: string): number[] {
    return this.numbersOf(describedField(this.name, name, 'scalars'));
  }

  numbersOf(field: FieldOf<'scalars'>): number[] {
    const size = scalarBytes[field.type];
    const found = this.vector(field.slot, size);
    if (found === undefined || !this.file.takeVector(found.count * numberBytes)) return [];
    return this.file.scalars(found.start, found.count, field.type);
  }

  /** A view into the file, whatever the length. */
  bytes(name: string): Uint8Array | undefined {
    const found = this.vector(describedField(this.name, name, 'scalars').slot, 1);
    return found && this.file.bytes.subarray(found.start, found.start + found.count);
  }

  /** Where the elements of a vector of scalars stand. */
  vectorPlace(name: string): VectorPlace | undefined {
    const field = describedField(this.name, name, 'scalars');
    return this.vector(field.slot, scalarBytes[field.type]);
  }

  table(name: string): TableView | undefined {
    return this.tableOf(describedField(this.name, name, 'table'));
  }

  tableOf(field: FieldOf<'table'>): TableView | undefined {
    const place = this.place(field.slot, 4);
    return place === 0 ? undefined : TableView.at(this.file, field.table, place + this.file.uint32(place));
  }

  union(name: string): TableView | undefined {
    return this.unionOf(describedField(this.name, name, 'union'));
  }

  unionOf(field: FieldOf<'union'>): TableView | undefined {
    const tag = this.place(field.typeSlot, 1);
    const place = this.place(field.slot, 4);
    if (tag === 0 || place === 0) return undefined;
    const table = unions[field.union][this.file.scalar(tag, 'ubyte')];
    return table && TableView.at(this.file, table, place + this.file.uint32(place));
  }

  /** Number of elements of a vector of tables, before any is read. */
  count(name: string): number {
    return this.vector(describedField(this.name, name, 'tables').slot, 4)?.count ?? 0;
  }

  tables(name: string): readonly (TableView | undefined)[] {
    return this.tablesOf(describedField(this.name, name, 'tables'));
  }

  /** Elements that cannot be read are undefined, so that the others keep their index. */
  tablesOf(field: FieldOf<'tables'>): readonly (TableView | undefined)[] {
    const found = this.vector(field.slot, 4);
    if (found === undefined) return noTables;
    // Placeholders for what the limit leaves out would take memory of their own.
    if (!this.file.hasTables(found.count) || !this.file.takeVector(found.count * 4)) return noTables;
    const { start, count } = found;
    return Array.from({ length: count }, (_, index) => {
      const place = start + 4 * index;
      return TableView.at(this.file, field.table, place + this.file.uint32(place));
    });
  }

  private vector(slot: number, elementBytes: number): VectorPlace | undefined {
    const place = this.place(slot, 4);
    if (place === 0) return undefined;
    const position = place + this.file.uint32(place);
    if (!this.file.holds(position, 4)) return undefined;
    const count = this.file.uint32(position);
    return this.file.holds(position + 4, count * elementBytes) ? { start: position + 4, count } : undefined;
  }
}

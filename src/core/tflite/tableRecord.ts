/** Any table as plain values by the names of the schema: what option tables, sparsity and quantization details become. */
import type { ScalarField } from './description';
import type { OperatorOptions, OptionValue, TableRecord } from './model';
import { enums } from './schema/enums';
import type { TableView } from './tableView';
import { scalarBytes } from './description';
import { tables } from './schema/tables';

function scalarValue(view: TableView, field: ScalarField): OptionValue {
  const place = view.place(field.slot, scalarBytes[field.type]);
  const value = place === 0 ? field.default : view.file.scalar(place, field.type);
  if (field.enum !== undefined) return enums[field.enum][value] ?? value;
  return field.type === 'bool' ? value !== 0 : value;
}

/**
 * Scalars, strings and vectors of a table. Scalars that the file leaves out have their default; strings that are absent
 * and vectors that are absent or empty are left out.
 */
export function readOptions(view: TableView): OperatorOptions {
  const values: Record<string, OptionValue> = {};
  for (const field of tables[view.name]) {
    if (field.kind === 'scalar') values[field.name] = scalarValue(view, field);
    else if (field.kind === 'string') {
      const text = view.textOf(field);
      if (text !== undefined) values[field.name] = text;
    } else if (field.kind === 'scalars') {
      const numbers = view.numbersOf(field);
      if (numbers.length > 0) values[field.name] = numbers;
    }
  }
  return { table: view.name, values };
}

/** As `readOptions`, with the tables within. */
export function readRecord(view: TableView): TableRecord {
  const values: Record<string, TableRecord['values'][string]> = { ...readOptions(view).values };
  for (const field of tables[view.name]) {
    if (field.kind === 'tables') {
      const elements = view.tablesOf(field).filter((element) => element !== undefined);
      if (elements.length > 0) values[field.name] = elements.map(readRecord);
    } else if (field.kind === 'table' || field.kind === 'union') {
      const inner = field.kind === 'table' ? view.tableOf(field) : view.unionOf(field);
      if (inner !== undefined) values[field.name] = readRecord(inner);
    }
  }
  return { table: view.name, values };
}

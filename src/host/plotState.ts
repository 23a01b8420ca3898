/** What the plot page shows of a CSV file. Without VS Code: which column is x can be tested. */
import type { CsvColumn, CsvReading } from '../core/data/csv';
import type { PlotState } from '../protocol/plotPage';

/** @param source the file's URI */
export function plotState(source: string, fileName: string, reading: CsvReading): PlotState {
  if (reading.kind === 'empty') return { kind: 'empty', source, fileName, why: reading.why };
  const { rows, columns, notes } = reading;
  return { kind: 'table', source, fileName, rows, columns, xColumn: xColumn(columns), notes };
}

/** The first column, where it can be one: it rises from row to row, and something is left to draw over it. */
function xColumn(columns: readonly CsvColumn[]): number | null {
  const [first] = columns;
  if (!first || columns.length < 2) return null;
  const rises = first.values.every((value, row) => row === 0 || value > first.values[row - 1]!);
  return rises && Number.isFinite(first.values[0]) ? 0 : null;
}

/** The series of a session: which column of which group in the store each one is, and how many there may be. */
import type { ColumnStore } from './columnStore';
import type { Cell } from './verdict';

/** More series than this are not drawn; a board that prints more has usually a number in its labels. */
export const MAX_SERIES = 64;
/** After this many different names nothing new is taken. */
export const MAX_NAMES = 256;

export interface Series {
  readonly name: string;
  readonly group: number;
  readonly column: number;
  readonly unit: string;
  /** A class score of a classifier is drawn as a bar. */
  readonly role: 'value' | 'classScore';
  /** Teleplot's flag `np`: stored and recorded, not drawn until asked for. */
  readonly hidden: boolean;
  readonly widget?: string;
  /** Set when the points have an x of their own: its column in the same group. */
  readonly xColumn?: number;
}

export type SeriesTraits = Partial<Pick<Series, 'unit' | 'role' | 'hidden' | 'widget'>>;

/** How the values of a line are spread over groups: `sources[c]` is the value's place in the line for column c, or -1. */
export interface Layout {
  readonly parts: readonly { readonly group: number; readonly sources: Int32Array }[];
  /** Names that found no place because there are too many series. */
  readonly capped: readonly string[];
}

export class SeriesTable {
  private readonly byName = new Map<string, Series>();
  private readonly names = new Set<string>();
  /** They have a place, and nothing to show. */
  private readonly silent = new Set<string>();
  private readonly groupWidths: number[] = [];
  private readonly lastTimesS: number[] = [];
  private readonly lastValues: Float64Array[] = [];

  constructor(private readonly store: ColumnStore) {}

  all(): readonly Series[] {
    return [...this.byName.values()].filter(({ name }) => !this.silent.has(name));
  }

  get(name: string): Series | undefined {
    return this.byName.get(name);
  }

  get namesStopped(): boolean {
    return this.names.size > MAX_NAMES;
  }

  /**
   * Finds a place for every name; new ones share a group. `traits[i]` belongs to `names[i]`. Those that are new and silent
   * are no series before they are laid out as names that are not.
   */
  layout(
    names: readonly string[],
    traits: readonly SeriesTraits[] = [],
    silent: ReadonlySet<string> = new Set(),
  ): Layout {
    this.count(names);
    const fresh = names.filter((name) => !this.byName.has(name));
    for (const name of fresh) if (silent.has(name)) this.silent.add(name);
    for (const name of names) if (!silent.has(name)) this.silent.delete(name);
    const room = this.namesStopped ? 0 : MAX_SERIES - this.byName.size;
    this.addGroup(fresh.slice(0, room), names, traits);
    const sources = new Map<number, Int32Array>();
    for (const [index, name] of names.entries()) {
      const series = this.byName.get(name);
      if (!series) continue;
      const width = this.groupWidths[series.group] ?? 0;
      const part = sources.get(series.group) ?? new Int32Array(width).fill(-1);
      part[series.column] = index;
      sources.set(series.group, part);
    }
    return {
      parts: [...sources].map(([group, part]) => ({ group, sources: part })),
      capped: fresh.slice(room),
    };
  }

  /** A series whose points have an x: two columns of one group, the value first. */
  layoutXy(name: string, traits: SeriesTraits): Layout {
    const series = this.byName.get(name);
    if (series) return this.layoutOfXy(series);
    this.count([name]);
    if (this.namesStopped || this.byName.size >= MAX_SERIES) return { parts: [], capped: [name] };
    const group = this.newGroup(2);
    const added: Series = { ...plain(name, group, 0), ...traits, xColumn: 1 };
    this.byName.set(name, added);
    return this.layoutOfXy(added);
  }

  /** A series of texts is recorded, not drawn; its name counts like any other. */
  layoutText(name: string): Layout {
    this.count([name]);
    return { parts: [], capped: this.names.has(name) ? [] : [name] };
  }

  /** Values of one line, spread as the layout says. `fill: 'last'` repeats what a label had, instead of leaving a gap. */
  append(layout: Layout, timeS: number, values: readonly Cell[], fill: 'gap' | 'last'): void {
    for (const { group, sources } of layout.parts) {
      const row: Cell[] = [];
      const last = this.lastValues[group];
      for (let column = 0; column < sources.length; column++) {
        const source = sources[column] ?? -1;
        const value =
          source >= 0 ? (values[source] ?? null) : fill === 'last' ? (last?.[column] ?? null) : null;
        row.push(value);
        if (last && value !== null) last[column] = value;
      }
      const ascendingS = Math.max(timeS, this.lastTimesS[group] ?? timeS);
      this.lastTimesS[group] = ascendingS;
      this.store.append(group, ascendingS, row);
    }
  }

  /** Last value, for a view beside the code; NaN before there is one. */
  lastValue(name: string): number {
    const series = this.byName.get(name);
    return series ? (this.lastValues[series.group]?.[series.column] ?? Number.NaN) : Number.NaN;
  }

  /** @returns false when the new name belongs to another series already */
  rename(oldName: string, newName: string): boolean {
    const series = this.byName.get(oldName);
    if (!series || (newName !== oldName && this.byName.has(newName))) return false;
    this.byName.delete(oldName);
    this.byName.set(newName, { ...series, name: newName });
    this.count([newName]);
    return true;
  }

  clear(name: string): void {
    const series = this.byName.get(name);
    if (series) this.store.clear(series.group);
  }

  private count(names: readonly string[]): void {
    for (const name of names) if (this.names.size <= MAX_NAMES) this.names.add(name);
  }

  private layoutOfXy({ group, column, xColumn }: Series): Layout {
    const sources = new Int32Array(this.groupWidths[group] ?? 0).fill(-1);
    sources[column] = 0;
    if (xColumn !== undefined) sources[xColumn] = 1;
    return { parts: [{ group, sources }], capped: [] };
  }

  private addGroup(
    fresh: readonly string[],
    names: readonly string[],
    traits: readonly SeriesTraits[],
  ): void {
    if (fresh.length === 0) return;
    const group = this.newGroup(fresh.length);
    for (const [column, name] of fresh.entries()) {
      this.byName.set(name, { ...plain(name, group, column), ...traits[names.indexOf(name)] });
    }
  }

  private newGroup(columns: number): number {
    const group = this.store.addGroup(columns);
    this.groupWidths[group] = columns;
    this.lastValues[group] = new Float64Array(columns).fill(Number.NaN);
    return group;
  }
}

function plain(name: string, group: number, column: number): Series {
  return { name, group, column, unit: '', role: 'value', hidden: false };
}

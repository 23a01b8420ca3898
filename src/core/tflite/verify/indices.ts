import { sentence } from '../../../../l10n/sentences';
import { tables } from '../schema/tables';
import type { TableView } from '../tableView';
import type { IssueList } from './issueList';

/** What an index counts, in the words of the schema. */
type Counted = 'tensors' | 'buffers' | 'operator codes' | 'subgraphs';

interface Range {
  readonly of: Counted;
  readonly count: number;
  /** −1 says "none". */
  readonly mayBeNone: boolean;
}

/** Option fields that hold the index of a subgraph, in whatever option table. */
function holdsSubgraph(table: string, field: string): boolean {
  return /(^|_)subgraph_ind(ex|ices)$/.test(field) || (table === 'CallOptions' && field === 'subgraph');
}

/** Checks every index of a file whose structure is sound: each must lead to something that is there. */
export class IndexCheck {
  private readonly buffers: Range;
  private readonly codes: Range;
  private readonly subgraphs: Range;
  /** Number of tensors of each subgraph. */
  private readonly tensorCounts: number[] = [];

  constructor(
    private readonly root: TableView,
    private readonly issues: IssueList,
  ) {
    const range = (of: Counted, name: string): Range => ({ of, count: root.count(name), mayBeNone: false });
    this.buffers = range('buffers', 'buffers');
    this.codes = range('operator codes', 'operator_codes');
    this.subgraphs = range('subgraphs', 'subgraphs');
  }

  run(): void {
    this.each(this.root, 'subgraphs', (subgraph) => this.subgraph(subgraph));
    this.each(this.root, 'metadata', (entry) => this.scalar(entry, 'buffer', this.buffers));
    this.vector(this.root, 'metadata_buffer', this.buffers);
    this.each(this.root, 'signature_defs', (signature) => this.signature(signature));
  }

  private subgraph(subgraph: TableView): void {
    const tensors: Range = { of: 'tensors', count: subgraph.count('tensors'), mayBeNone: false };
    const tensorsOrNone: Range = { ...tensors, mayBeNone: true };
    this.tensorCounts.push(tensors.count);
    this.each(subgraph, 'tensors', (tensor) => this.scalar(tensor, 'buffer', this.buffers));
    this.vector(subgraph, 'inputs', tensors);
    this.vector(subgraph, 'outputs', tensors);
    this.each(subgraph, 'operators', (operator) => {
      this.scalar(operator, 'opcode_index', this.codes);
      this.vector(operator, 'inputs', tensorsOrNone);
      this.vector(operator, 'outputs', tensorsOrNone);
      this.vector(operator, 'intermediates', tensorsOrNone);
      this.options(operator, 'builtin_options');
      this.options(operator, 'builtin_options_2');
    });
  }

  private options(operator: TableView, name: string): void {
    const options = operator.union(name);
    if (options === undefined) return;
    this.issues.trail.enter(name);
    for (const field of tables[options.name]) {
      if (!holdsSubgraph(options.name, field.name)) continue;
      if (field.kind === 'scalar') this.scalar(options, field.name, this.subgraphs);
      else if (field.kind === 'scalars') this.vector(options, field.name, this.subgraphs);
    }
    this.issues.trail.leave();
  }

  private signature(signature: TableView): void {
    if (!this.scalar(signature, 'subgraph_index', this.subgraphs)) return;
    const count = this.tensorCounts[signature.number('subgraph_index')] ?? 0;
    const tensors: Range = { of: 'tensors', count, mayBeNone: false };
    this.each(signature, 'inputs', (map) => this.scalar(map, 'tensor_index', tensors));
    this.each(signature, 'outputs', (map) => this.scalar(map, 'tensor_index', tensors));
  }

  private each(view: TableView, name: string, check: (element: TableView) => void): void {
    const { trail } = this.issues;
    view.tables(name).forEach((element, index) => {
      if (element === undefined) return;
      trail.enter(name, index);
      check(element);
      trail.leave();
    });
  }

  private scalar(view: TableView, name: string, range: Range): boolean {
    const slot = tables[view.name].find((field) => field.name === name)?.slot ?? 0;
    return this.index(view.number(name), view.place(slot, 4) || view.position, name, range);
  }

  private vector(view: TableView, name: string, range: Range): void {
    const place = view.vectorPlace(name);
    if (place === undefined) return;
    for (let element = 0; element < place.count && !this.issues.isFull; element++) {
      const position = place.start + 4 * element;
      this.index(view.file.int32(position), position, name, range);
    }
  }

  private index(index: number, position: number, name: string, range: Range): boolean {
    if (index >= (range.mayBeNone ? -1 : 0) && index < range.count) return true;
    const { trail } = this.issues;
    trail.enter(name);
    this.issues.add('index', position, (trace) =>
      sentence('tflite.indexOutside', { offset: position, trace, index, count: range.count, list: range.of }),
    );
    trail.leave();
    return false;
  }
}

import type { Sentence } from '../../../l10n/sentences';
import { checkModel } from '../check/check';
import type { Finding } from '../check/finding';
import { defaultTarget, type TargetName } from '../check/target';
import type { Model, Subgraph, Tensor } from '../tflite/model';
import { align } from './align';
import { tensorChanges, type Change } from './compareTensors';
import type { OpenedModel } from './openModel';
import { operatorRows, type OperatorRow } from './operators';
import { sizeView, type SizePartKind } from './size';
import { summary } from './summary';

/** Two models side by side: `before` and `after`. */
export interface ModelComparison {
  readonly summary: { readonly before: Sentence; readonly after: Sentence };
  readonly fileBytes: { readonly before: number; readonly after: number };
  /** Both files have the same bytes. */
  readonly isIdentical: boolean;
  readonly operators: readonly ComparedOperator[];
  readonly parts: readonly { readonly kind: SizePartKind; readonly before: number; readonly after: number }[];
  readonly findings: { readonly gone: readonly Finding[]; readonly appeared: readonly Finding[] };
}

export type ComparedOperator =
  | { readonly kind: 'same'; readonly before: OperatorRow; readonly after: OperatorRow }
  | {
      readonly kind: 'changed';
      readonly before: OperatorRow;
      readonly after: OperatorRow;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'removed'; readonly before: OperatorRow }
  | { readonly kind: 'added'; readonly after: OperatorRow };

/** Operators are matched in order by name, output type and output shape; a name alone makes a weaker pair. */
export function compareModels(
  before: OpenedModel,
  after: OpenedModel,
  target: TargetName = defaultTarget,
): ModelComparison {
  const subgraphs = Math.max(before.model.subgraphs.length, after.model.subgraphs.length);
  const rowsBefore = rowsBySubgraph(before.model);
  const rowsAfter = rowsBySubgraph(after.model);
  const operators = Array.from({ length: subgraphs }, (_, subgraph) =>
    comparedOperators(before, after, rowsBefore.get(subgraph) ?? [], rowsAfter.get(subgraph) ?? []),
  ).flat();
  return {
    summary: {
      before: summary(before.model, before.bytes.length),
      after: summary(after.model, after.bytes.length),
    },
    fileBytes: { before: before.bytes.length, after: after.bytes.length },
    isIdentical:
      before.bytes.length === after.bytes.length &&
      before.bytes.every((byte, at) => byte === after.bytes[at]),
    operators,
    parts: comparedParts(before, after),
    findings: comparedFindings(
      checkModel({ model: before.model, file: before.bytes, target }),
      checkModel({ model: after.model, file: after.bytes, target }),
    ),
  };
}

function rowsBySubgraph(model: Model): ReadonlyMap<number, readonly OperatorRow[]> {
  const rows = new Map<number, OperatorRow[]>();
  for (const row of operatorRows(model)) {
    const list = rows.get(row.subgraph);
    if (list) list.push(row);
    else rows.set(row.subgraph, [row]);
  }
  return rows;
}

function comparedOperators(
  before: OpenedModel,
  after: OpenedModel,
  rowsBefore: readonly OperatorRow[],
  rowsAfter: readonly OperatorRow[],
): readonly ComparedOperator[] {
  const keysBefore = rowsBefore.map(exactKey);
  const keysAfter = rowsAfter.map(exactKey);
  const same = (a: number, b: number) => keysBefore[a] === keysAfter[b];
  const likeness = (a: number, b: number) =>
    same(a, b) ? 3 : rowsBefore[a]?.name === rowsAfter[b]?.name ? 1 : 0;
  return align(rowsBefore.length, rowsAfter.length, likeness, same).flatMap((pair): ComparedOperator | [] => {
    const rowBefore = pair.kind === 'added' ? undefined : rowsBefore[pair.before];
    const rowAfter = pair.kind === 'removed' ? undefined : rowsAfter[pair.after];
    if (rowBefore && rowAfter) {
      const changes = operatorChanges(before, after, rowBefore, rowAfter);
      return changes.length === 0
        ? { kind: 'same', before: rowBefore, after: rowAfter }
        : { kind: 'changed', before: rowBefore, after: rowAfter, changes };
    }
    if (rowBefore) return { kind: 'removed', before: rowBefore };
    return rowAfter ? { kind: 'added', after: rowAfter } : [];
  });
}

function exactKey({ name, outputs }: OperatorRow): string {
  return JSON.stringify([name, outputs.map(({ type, shape }) => [type, shape])]);
}

function operatorChanges(
  before: OpenedModel,
  after: OpenedModel,
  rowBefore: OperatorRow,
  rowAfter: OperatorRow,
): readonly Change[] {
  const changes: Change[] = [];
  if (rowBefore.version !== rowAfter.version) {
    changes.push({
      what: 'version',
      place: '',
      before: String(rowBefore.version),
      after: String(rowAfter.version),
    });
  }
  const valuesAfter = new Map(rowAfter.parameters.map(({ name, value }) => [name, value]));
  const valuesBefore = new Map(rowBefore.parameters.map(({ name, value }) => [name, value]));
  for (const name of new Set([...valuesBefore.keys(), ...valuesAfter.keys()])) {
    const [was, is] = [valuesBefore.get(name) ?? '', valuesAfter.get(name) ?? ''];
    if (was !== is) changes.push({ what: 'parameter', place: name, before: was, after: is });
  }
  for (const side of ['inputs', 'outputs'] as const) {
    for (let position = 0; position < Math.max(rowBefore[side].length, rowAfter[side].length); position++) {
      const place = `${side === 'inputs' ? 'input' : 'output'} ${position}`;
      const was = tensorAt(before.model.subgraphs[rowBefore.subgraph], rowBefore[side][position]?.tensor);
      const is = tensorAt(after.model.subgraphs[rowAfter.subgraph], rowAfter[side][position]?.tensor);
      changes.push(...tensorChanges(before.model, after.model, place, was, is));
    }
  }
  return changes;
}

function tensorAt(subgraph: Subgraph | undefined, index: number | undefined): Tensor | undefined {
  return index === undefined ? undefined : subgraph?.tensors[index];
}

function comparedParts(before: OpenedModel, after: OpenedModel): ModelComparison['parts'] {
  const partsBefore = new Map(sizeView(before).parts.map(({ kind, bytes }) => [kind, bytes]));
  const partsAfter = new Map(sizeView(after).parts.map(({ kind, bytes }) => [kind, bytes]));
  return [...new Set([...partsBefore.keys(), ...partsAfter.keys()])]
    .map((kind) => ({ kind, before: partsBefore.get(kind) ?? 0, after: partsAfter.get(kind) ?? 0 }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}

/** By code and words, each as often as it stands there: places move when an operator is put in, and would make everything new. */
function comparedFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): ModelComparison['findings'] {
  return { gone: beyond(before, after), appeared: beyond(after, before) };
}

/** What of `findings` has no counterpart among the others. */
function beyond(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(wordsOf(other), (left.get(wordsOf(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const counterparts = left.get(wordsOf(finding)) ?? 0;
    left.set(wordsOf(finding), counterparts - 1);
    return counterparts <= 0;
  });
}

const placeArguments = new Set(['tensor', 'offset', 'line']);

function wordsOf({ code, message }: Finding): string {
  const args = Object.entries(message.args)
    .filter(([name]) => !placeArguments.has(name))
    // `op7 GELU`: the number is a place, the name is not.
    .map(([name, value]) => [name, name === 'operator' ? String(value).replace(/^op\d+ /, '') : value]);
  return JSON.stringify([code, message.id, args]);
}

import type { Sentence } from '../../../l10n/sentences';
import { checkModel } from '../check/check';
import type { Finding } from '../check/finding';
import { defaultTarget, type TargetName } from '../check/target';
import type { Subgraph, Tensor } from '../tflite/model';
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
  const rowsBefore = operatorRows(before.model);
  const rowsAfter = operatorRows(after.model);
  const operators = Array.from({ length: subgraphs }, (_, subgraph) =>
    comparedOperators(
      before,
      after,
      rowsBefore.filter((row) => row.subgraph === subgraph),
      rowsAfter.filter((row) => row.subgraph === subgraph),
    ),
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

/** By code and words: places move when an operator is put in, and would make everything new. */
function comparedFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): ModelComparison['findings'] {
  const key = ({ code, message }: Finding) =>
    JSON.stringify([
      code,
      message.id,
      Object.entries(message.args).filter(([name]) => !placeArguments.has(name)),
    ]);
  const keysBefore = new Set(before.map(key));
  const keysAfter = new Set(after.map(key));
  return {
    gone: before.filter((finding) => !keysAfter.has(key(finding))),
    appeared: after.filter((finding) => !keysBefore.has(key(finding))),
  };
}

const placeArguments = new Set(['operator', 'tensor', 'offset', 'line']);

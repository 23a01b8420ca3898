/** What is wrong with an array itself (alignment, declared length), at its words in the source. */
import * as vscode from 'vscode';
import { checkModel, type SeverityOverrides } from '../../core/check/check';
import { findingCodes, type Finding } from '../../core/check/finding';
import type { CArray } from '../../core/source/cArrays';
import type { Model } from '../../core/tflite/model';
import type { Say } from '../language';
import { lengthRange, nameRange, type LineRange } from './arrayRanges';
import { findingDiagnostic } from './findingDiagnostic';
import type { FindingSettings } from './findingSettings';

/** These rules look at the array alone. */
const arrayCodes: ReadonlySet<string> = new Set(['TML015', 'TML016']);
const others: SeverityOverrides = Object.fromEntries(
  findingCodes.filter((code) => !arrayCodes.has(code)).map((code) => [code, 'off'] as const),
);
const noModel: Model = {
  version: 3,
  description: '',
  subgraphs: [],
  buffers: [],
  metadata: [],
  signatures: [],
};

/** What concerns the array and not the model in it stands in its source. */
export function withoutArrayFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => !arrayCodes.has(code));
}

/** @param textOf a line of the source; lines count from 1 */
export function arrayDiagnostics(
  array: CArray,
  textOf: (line: number) => string,
  { target, overrides }: FindingSettings,
  say: Say,
): readonly vscode.Diagnostic[] {
  return checkModel({ model: noModel, array, target }, { ...overrides, ...others }).map((finding) => {
    const { line, start, end } = placeOf(finding, array, textOf);
    return findingDiagnostic(finding, new vscode.Range(line, start, line, end), say);
  });
}

function placeOf({ code }: Finding, array: CArray, textOf: (line: number) => string): LineRange {
  if (code === 'TML016' && array.length) return lengthRange(array, textOf(array.length.line));
  return nameRange(array, textOf(array.line));
}

/** Is it a sound `.tflite` file? Asked before anything is read, because FlatBuffers' own reader never checks bounds. */
import { sentence } from '../../../../l10n/sentences';
import { FileView } from '../fileView';
import { limitsFor, type Limits } from '../limits';
import { TableView } from '../tableView';
import { checkDimensions } from './dimensions';
import { checkDistantBytes } from './distantBytes';
import { saysItIsNoModel } from './fileKind';
import { IndexCheck } from './indices';
import type { VerifyIssue, VerifyResult } from './issue';
import { IssueList } from './issueList';
import { StructureCheck } from './structure';
import { Trail } from './trail';
import { checkZeroPoints } from './zeroPoints';

export interface VerifyOptions {
  /** Length of the whole file, where `bytes` are only its beginning: all but what is given by offset and size. */
  readonly fileBytes?: number;
  readonly limits?: Limits;
}

const schemaVersion = 3;

function checkVersion(root: TableView, issues: IssueList): void {
  const version = root.number('version');
  if (version === schemaVersion) return;
  const offset = root.place(0, 4) || root.position;
  issues.trail.enter('version');
  issues.add('version', offset, () => sentence('tflite.otherVersion', { offset, version }));
  issues.trail.leave();
}

function result(issues: readonly VerifyIssue[], tables: number): VerifyResult {
  const [first, ...others] = issues;
  return first === undefined ? { ok: true, tables } : { ok: false, issues: [first, ...others] };
}

/**
 * Checks a file from the identifier to the last index; values of tensors are not looked at. Never throws. The time it
 * takes is bounded by `limits`, not by what the offsets of the file say.
 */
export function verifyModel(bytes: Uint8Array, options: VerifyOptions = {}): VerifyResult {
  const issues = new IssueList(new Trail());
  const noModel = saysItIsNoModel(bytes);
  if (noModel !== undefined) {
    issues.add('file', 0, () => noModel);
    return result(issues.found, 0);
  }
  const limits = options.limits ?? limitsFor(bytes.length);
  const structure = new StructureCheck(new FileView(bytes, limits), issues);
  structure.run();
  // Each pass counts what it walks anew; a sound structure is within the limits, so none of them ends early.
  const root = (): TableView | undefined => TableView.root(new FileView(bytes, limits));
  const sound = issues.found.length === 0 ? root() : undefined;
  if (sound !== undefined) {
    checkVersion(sound, issues);
    new IndexCheck(sound, issues).run();
    for (const check of [
      (view: TableView) => checkDistantBytes(view, options.fileBytes ?? bytes.length, issues),
      (view: TableView) => checkDimensions(view, issues),
      (view: TableView) => checkZeroPoints(view, issues),
    ]) {
      const view = root();
      if (view !== undefined) check(view);
    }
  }
  return result(issues.found, structure.tablesWalked);
}

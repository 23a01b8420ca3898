/** The bytes of a `.tflite` file -> plain data. */
import { Problem } from '../problem';
import { FileView } from './fileView';
import type { Model } from './model';
import { modelFrom } from './modelFrom';
import { TableView } from './tableView';
import type { VerifyIssue } from './verify/issue';
import { verifyModel, type VerifyOptions } from './verify/verifyModel';

/** Reads a sound file; buffers are views into `bytes`. Throws a Problem with the verifier's first sentence otherwise. */
export function readModel(bytes: Uint8Array, options?: VerifyOptions): Model {
  const verified = verifyModel(bytes, options);
  if (!verified.ok) throw new Problem(verified.issues[0].sentence);
  return modelFrom(TableView.root(new FileView(bytes)));
}

export interface PartlyRead {
  /** Everything that still parses. Indices in it may lead nowhere where `damage` is not empty: check them. */
  readonly model: Model;
  readonly damage: readonly VerifyIssue[];
}

/** Reads whatever can be read of a file that may be damaged, and says what is broken. Never throws. */
export function readPartly(bytes: Uint8Array, options?: VerifyOptions): PartlyRead {
  const verified = verifyModel(bytes, options);
  const damage = verified.ok ? [] : verified.issues;
  // Bytes that are not a .tflite file at all say nothing as one.
  const isModel = !damage.some(({ kind }) => kind === 'file');
  return { model: modelFrom(isModel ? TableView.root(new FileView(bytes)) : undefined), damage };
}

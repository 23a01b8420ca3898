import type { Sentence } from '../../../l10n/sentences';
import type { Model } from '../tflite/model';
import { readPartly } from '../tflite/read';

/** A file as the views take it. Indices in a damaged model may lead nowhere; every view checks them. */
export interface OpenedModel {
  readonly bytes: Uint8Array;
  readonly model: Model;
  /** What is broken, with byte offset and trace; empty for a sound file. */
  readonly damage: readonly Sentence[];
}

/** Never throws: what still parses is there, and `damage` says what does not. */
export function openModel(bytes: Uint8Array): OpenedModel {
  const { model, damage } = readPartly(bytes);
  return { bytes, model, damage: damage.map((issue) => issue.sentence) };
}

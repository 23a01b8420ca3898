import { limitsFor } from '../core/tflite/limits';
import { verifyModel } from '../core/tflite/verify/verifyModel';

/** Above it, verifying and summing up takes long enough to be felt. */
export const mostBytesHere = 1_000_000;
/** Models for microcontrollers have a few hundred tables, and their vectors a few kilobytes. */
const mostTablesHere = 5_000;
const mostVectorBytesHere = 400_000;

/**
 * Whether the extension host answers about a model by itself, or leaves it to a worker. A short file can have a hundred
 * thousand tables, since many offsets may lead to one: they are counted, and the count ends where it is too many.
 */
export function isAnsweredHere(bytes: Uint8Array): boolean {
  if (bytes.length > mostBytesHere) return false;
  const { depth, tables, vectorBytes } = limitsFor(bytes.length);
  const limits = {
    depth,
    tables: Math.min(tables, mostTablesHere),
    vectorBytes: Math.min(vectorBytes, mostVectorBytesHere),
  };
  const verified = verifyModel(bytes, { limits });
  return verified.ok || verified.issues.every(({ kind }) => kind !== 'limit');
}

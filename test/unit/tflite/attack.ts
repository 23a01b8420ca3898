import { readModel, readPartly } from '../../../src/core/tflite/read';
import { verifyModel } from '../../../src/core/tflite/verify/verifyModel';
import { mutated, type Mutation } from './mutations';
import { milliseconds } from '../../processorTime';

export interface AttackTally {
  files: number;
  /** Of them, found sound. */
  accepted: number;
  /** Longest answer of verifier and reader together, in milliseconds. */
  slowestMs: number;
}

/** What a reader does with any file: verify, read what can be read, and read it as sound if it is said to be. */
function answer(bytes: Uint8Array): void {
  const verified = verifyModel(bytes);
  const { damage } = readPartly(bytes);
  if (verified.ok !== (damage.length === 0)) throw new Error('readPartly and verifyModel disagree.');
  if (verified.ok) readModel(bytes);
  else if (verified.issues.some(({ offset }) => offset < 0 || offset > bytes.length)) {
    throw new Error('An issue stands outside the file.');
  }
}

/** Gives every mutation to the verifier and the readers; whatever they throw goes to the caller. */
export function attack(sound: Uint8Array, mutations: Iterable<Mutation>): AttackTally {
  const tally: AttackTally = { files: 0, accepted: 0, slowestMs: 0 };
  for (const mutation of mutations) {
    const bytes = mutated(sound, mutation);
    tally.files++;
    if (verifyModel(bytes).ok) tally.accepted++;
    tally.slowestMs = Math.max(
      tally.slowestMs,
      milliseconds(() => {
        answer(bytes);
      }),
    );
  }
  return tally;
}

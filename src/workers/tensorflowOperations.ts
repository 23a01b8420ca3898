/** What the TensorFlow engine uses of TensorFlow.js: the same operations in tfjs and in the native tfjs-node. */
import type * as tfjs from '@tensorflow/tfjs-core';

const names = [
  'add',
  'div',
  'dispose',
  'enableProdMode',
  'grad',
  'matMul',
  'mean',
  'memory',
  'mul',
  'ready',
  'relu',
  'reshape',
  'sign',
  'split',
  'sqrt',
  'square',
  'sub',
  'tensor1d',
  'tensor2d',
  'tidy',
  'zerosLike',
] as const;

export type TensorFlow = Pick<typeof tfjs, (typeof names)[number]>;

/** Whether a module that was loaded at run time is TensorFlow.js, whatever its folder is called. */
export function isTensorFlow(loaded: unknown): loaded is TensorFlow {
  if (typeof loaded !== 'object' || loaded === null) return false;
  const members: Partial<Record<string, unknown>> = { ...loaded };
  return names.every((name) => typeof members[name] === 'function');
}

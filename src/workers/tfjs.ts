/**
 * TensorFlow.js with its kernels in plain JavaScript, as a bundle of its own: it is loaded only where the engine
 * `tensorflow` is asked for and the native library is not there. Named exports, so that the rest is left out.
 */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';

export {
  add,
  div,
  dispose,
  enableProdMode,
  grad,
  matMul,
  mean,
  memory,
  mul,
  ready,
  relu,
  reshape,
  sign,
  split,
  sqrt,
  square,
  sub,
  tensor1d,
  tensor2d,
  tidy,
  version_core as version,
  zerosLike,
} from '@tensorflow/tfjs-core';

/** Loads TensorFlow.js in plain JavaScript from its own bundle; see `tfjs.ts`. */
import { createRequire } from 'node:module';
import { isTensorFlow, type TensorFlow } from './tensorflowOperations';

/** @param path absolute path of the bundle `tfjs.js` */
export function loadTfjsBundle(path: string): { readonly tf: TensorFlow; readonly version: string } {
  const loaded: unknown = createRequire(path)(path);
  if (!isTensorFlow(loaded) || !('version' in loaded) || typeof loaded.version !== 'string') {
    throw new Error(`${path} is not the bundle of TensorFlow.js.`);
  }
  // Before the first operation: otherwise it advertises tfjs-node on the console.
  loaded.enableProdMode();
  return { tf: loaded, version: loaded.version };
}

/** Which engines this build can train with. A new engine is one more row. */
import { join } from 'node:path';
import { builtinEngine } from '../core/nn/builtinEngine';
import type { Engine } from '../core/nn/engine';
import type { EngineName } from '../protocol/trainingWorker';
import type { Sentence } from '../../l10n/sentences';
import { sentence } from '../../l10n/sentences';
import { tensorflowEngine } from './tensorflowEngine';
import { loadTensorflowNode } from './tensorflowNode';
import { loadTfjsBundle } from './tfjsBundle';

export interface LoadedEngine {
  readonly engine: Engine;
  /** Name and version of the library that computes, where the engine can have several. */
  readonly library?: string;
  /** What the person should know: that another library than the wished one computes, and why. */
  readonly notice?: readonly Sentence[];
}

/** Loaded only when it is asked for: a native engine takes its time. */
const engines: Readonly<Record<EngineName, (tensorflowPath: string | undefined) => LoadedEngine>> = {
  builtin: () => ({ engine: builtinEngine }),
  tensorflow: (tensorflowPath) => {
    // Worker and bundle stand together in dist/workers, two folders below the extension's own.
    const native = loadTensorflowNode(tensorflowPath, join(__dirname, '..', '..'));
    if (native.found) return { engine: tensorflowEngine(native.tf), library: `tfjs-node ${native.version}` };
    const { tf, version } = loadTfjsBundle(join(__dirname, 'tfjs.js'));
    const notice = [native.why, sentence('engine.fallback', { version })];
    return { engine: tensorflowEngine(tf), library: `tfjs ${version}`, notice };
  },
};

/** @param tensorflowPath where the person says that tfjs-node is */
export function engineFor(name: EngineName, tensorflowPath?: string): LoadedEngine {
  return engines[name](tensorflowPath);
}

/** Which engines this build can train with. A new engine is one more row. */
import { builtinEngine } from '../core/nn/builtinEngine';
import type { Engine } from '../core/nn/engine';
import { problem } from '../core/problem';
import type { EngineName } from '../protocol/trainingWorker';

/** Loaded only when it is asked for: a native engine takes its time. */
const engines: Partial<Readonly<Record<EngineName, () => Promise<Engine>>>> = {
  builtin: () => Promise.resolve(builtinEngine),
};

/** Throws a Problem where this build does not have the engine. */
export async function engineFor(name: EngineName): Promise<Engine> {
  const load = engines[name];
  if (!load) throw problem('nn.engineNotBuilt', { engine: name, available: Object.keys(engines).join(', ') });
  return load();
}

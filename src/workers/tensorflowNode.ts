/**
 * Finds and loads the native TensorFlow, `@tensorflow/tfjs-node`: where the person says it is, then beside the extension.
 * Never anywhere else: what lies in a workspace must not be run because a model is trained there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join } from 'node:path';
import type { Sentence } from '../../l10n/sentences';
import { sentence } from '../../l10n/sentences';
import { isTensorFlow, type TensorFlow } from './tensorflowOperations';

const packageName = '@tensorflow/tfjs-node';

export type NativeTensorFlow =
  | { readonly found: true; readonly tf: TensorFlow; readonly version: string }
  /** Why not. */
  | { readonly found: false; readonly why: Sentence };

/**
 * @param chosenFolder what the person set: the folder of the package, or a folder in whose node_modules it is
 * @param ownFolder the folder of the extension
 */
export function loadTensorflowNode(chosenFolder: string | undefined, ownFolder: string): NativeTensorFlow {
  if (chosenFolder !== undefined) {
    // A relative path would be looked up in whatever folder this process runs in: perhaps the workspace's.
    const chosen = (isAbsolute(chosenFolder) ? loadFrom(chosenFolder) : undefined) ?? notThere(chosenFolder);
    if (chosen.found) return chosen;
    const own = loadFrom(ownFolder);
    return own?.found === true ? own : chosen;
  }
  return (
    loadFrom(ownFolder) ?? { found: false, why: sentence('engine.nativeAbsent', { package: packageName }) }
  );
}

function loadFrom(folder: string): NativeTensorFlow | undefined {
  const candidates = [folder, join(folder, packageName), join(folder, 'node_modules', packageName)];
  for (const candidate of candidates) {
    const manifest = readManifest(candidate);
    if (manifest?.name === packageName) return load(candidate, manifest.version);
  }
  return undefined;
}

function notThere(folder: string): NativeTensorFlow {
  return { found: false, why: sentence('engine.nativeNotThere', { package: packageName, folder }) };
}

function load(folder: string, version: string): NativeTensorFlow {
  try {
    const require = createRequire(join(folder, 'package.json'));
    giveOldUtilities(require('node:util'));
    // First the native part alone: where it cannot be loaded, TensorFlow.js around it must not have started either.
    require(nativePart(folder));
    const loaded: unknown = require(folder);
    if (!isTensorFlow(loaded)) throw new Error('it lacks operations of TensorFlow.js');
    loaded.enableProdMode();
    return { found: true, tf: loaded, version };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { found: false, why: sentence('engine.nativeBroken', { package: packageName, folder, reason }) };
  }
}

/** The newest N-API that both the package and this runtime have, as `binary` in its package.json lays them out. */
function nativePart(folder: string): string {
  const newest = Number(process.versions.napi ?? 8);
  const versions = existsSync(join(folder, 'lib'))
    ? readdirSync(join(folder, 'lib'))
        .map((name) => Number(/^napi-v(\d+)$/.exec(name)?.[1]))
        .filter((version) => version <= newest)
    : [];
  const path = join(folder, 'lib', `napi-v${Math.max(...versions, 0)}`, 'tfjs_binding.node');
  if (!existsSync(path)) throw new Error('its native part, tfjs_binding.node, is missing');
  return path;
}

/** tfjs-node 4.22 calls two functions that Node 23 removed (nodejs.org, "Deprecated APIs", DEP0044 and DEP0051). */
function giveOldUtilities(util: unknown): void {
  if (typeof util !== 'object' || util === null) return;
  const present: Partial<Record<string, unknown>> = { ...util };
  if (typeof present.isArray !== 'function') Object.assign(util, { isArray: Array.isArray });
  if (typeof present.isNullOrUndefined !== 'function') {
    Object.assign(util, { isNullOrUndefined: (value: unknown) => value === null || value === undefined });
  }
}

function readManifest(folder: string): { readonly name: string; readonly version: string } | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (typeof manifest !== 'object' || manifest === null) return undefined;
    const { name, version }: { name?: unknown; version?: unknown } = manifest;
    return typeof name === 'string' && typeof version === 'string' ? { name, version } : undefined;
  } catch {
    return undefined;
  }
}

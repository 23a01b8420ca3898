/** The worker and the port process as they ship, bundled for one test file. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StreamScripts } from '../../src/workers/streamClient';
import { buildForNode } from '../nodeBundle';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SerialBundles extends StreamScripts {
  readonly folder: string;
  remove(): void;
}

/** @param withNative false: as on a platform for which there is no native module */
export async function serialBundles(withNative = true): Promise<SerialBundles> {
  const folder = mkdtempSync(join(tmpdir(), 'tinyml-serial-'));
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  const scripts = { worker: join(dist, 'stream.worker.js'), port: join(dist, 'port.process.js') };
  const sources = [
    ['src/workers/stream.worker.ts', scripts.worker],
    ['src/serial/port.process.ts', scripts.port],
  ] as const;
  for (const [source, outfile] of sources) {
    await buildForNode(source, outfile);
  }
  if (withNative) {
    symlinkSync(join(root, 'node_modules/@serialport/bindings-cpp/prebuilds'), join(folder, 'prebuilds'));
  }
  return {
    ...scripts,
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

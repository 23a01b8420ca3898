/** 36: what is left of a port when the process above it is killed. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portHolder } from '../../src/serial/portHolder';
import { serialPort } from './monitorUnderTest';
import { hasSocat, ptyCable } from './ptyCable';
import { serialBundles, type SerialBundles } from './serialBundles';

const folder = mkdtempSync(join(tmpdir(), 'tinyml-orphans-'));
let bundles: SerialBundles;

beforeAll(async () => {
  bundles = await serialBundles();
});
afterAll(() => {
  bundles.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!hasSocat || process.platform !== 'linux')('a host that is killed', () => {
  it('leaves no port process, and the port is free', async () => {
    const cable = await ptyCable(join(folder, 'cable'));
    const script = `const { Worker } = require('node:worker_threads');
      const worker = new Worker(${JSON.stringify(bundles.worker)}, { workerData: ${JSON.stringify(bundles.port)} });
      const params = ${JSON.stringify({ ...serialPort(cable.monitorPath), identity: undefined })};
      worker.postMessage({ kind: 'request', id: 1, name: 'open', params });
      worker.on('message', () => undefined);`;
    const host = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
    const until = async (isHeld: boolean, limitMs: number): Promise<number> => {
      const began = performance.now();
      while (((await portHolder(cable.monitorPath))?.isOurs ?? false) !== isHeld) {
        if (performance.now() - began > limitMs) throw new Error(`held: ${String(!isHeld)}`);
        await sleep(20);
      }
      return performance.now() - began;
    };
    await until(true, 20_000);
    host.kill('SIGKILL');
    const freeMs = await until(false, 5000);
    console.log(`  free ${freeMs.toFixed(0)} ms after the host was killed`);
    expect(freeMs).toBeLessThan(2000);
    await cable.pull();
  });
});

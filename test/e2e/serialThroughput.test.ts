/** A board at full speed over a pseudo terminal, in the real VS Code: whether a line is lost, and what it costs the window. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasSocat, ptyCable, type PtyCable } from '../judges/ptyCable';
import { numbersOfLine } from './board/numberedLines.mjs';
import { openPort } from './board/openPort';
import { drawnPictures, watchPictures } from './board/drawnPictures';
import { cpuSeconds, isRunning, portProcesses, residentBytes } from './board/processes';
import { eventLoopDelay, startEventLoopMeasurement } from './eventLoop';
import { residentWithoutGarbage } from './hostGarbage';
import { describeVSCode, VSCode } from './vscode';
import { Workspace } from './workspace';

const linesPerSecond = 20_000;
const seconds = 60;
const lines = linesPerSecond * seconds;
/** What a stream of this rate may cost, on two cores that its source uses too. */
const slowestP99Ms = 50;
const fewestPicturesPerSecond = 20;
/** Full after three seconds: from then on what is kept does not grow, and nothing else may. */
const keptRows = 60_000;
/** The start of everything is over by then. */
const warmUpS = 22;
const mebibyte = 2 ** 20;
/**
 * The lines of five seconds, kept as strings and numbers, would be more than that: 100,000 of them, of 120 bytes at least. The
 * port process cannot be asked to collect its garbage.
 */
const mostGrownBytes = { host: 10 * mebibyte, port: 20 * mebibyte, heap: 10 * mebibyte };
const sampleIntervalMs = 500;

const printer = fileURLToPath(new URL('board/printLines.mjs', import.meta.url));

if (!hasSocat) {
  const reason =
    'socat, which makes a serial cable of two pseudo terminals, is not installed: apt-get install socat';
  if (process.env.CI === 'true') throw new Error(reason);
  console.log(`Skipped: a board at full speed. ${reason}`);
}
const describeCable = hasSocat ? describeVSCode : describe.skip;

describeCable('a board that prints 20,000 lines a second', () => {
  const workspace = new Workspace();
  let cable: PtyCable;
  let vscode: VSCode;
  let page: Frame;
  let hostId: number;
  let portId: number;

  beforeAll(async () => {
    cable = await ptyCable(workspace.path('cable'));
    vscode = await VSCode.start({
      folder: workspace.folder,
      settings: { 'tinyml.monitor.keptRows': keptRows },
    });
    hostId = await vscode.inHost(() => process.pid);
  });
  afterAll(async () => {
    await vscode.close();
    await cable.pull();
    workspace.remove();
  });

  async function windowHeapBytes(): Promise<number> {
    const session = await vscode.page.context().newCDPSession(vscode.page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return usedSize;
  }

  it('is recorded without a loss, drawn without a pause, and keeps nobody waiting', async () => {
    // What an earlier attempt has recorded.
    rmSync(workspace.path('recordings'), { recursive: true, force: true });
    page = await openPort(vscode, cable.monitorPath, 2_000_000);
    await expect.poll(() => portProcesses(hostId).length, { timeout: 20_000 }).toBe(1);
    portId = portProcesses(hostId)[0] ?? 0;
    // What an earlier attempt has filled.
    const clear = page.getByRole('button', { name: 'Clear', exact: true });
    if (await clear.isEnabled()) await clear.click();
    await page.getByRole('button', { name: /^Record$/ }).click();
    await page.getByRole('button', { name: /Stop Recording/ }).waitFor();

    const board = spawn(process.execPath, [
      printer,
      cable.monitorPath.replace('-monitor', '-board'),
      String(linesPerSecond),
      String(lines),
    ]);
    const told = text(board.stdout);
    const exited = once(board, 'exit');
    await page.locator('.chip').filter({ hasText: '2 series' }).waitFor();
    // The first seconds belong to the start of everything, and fill what is kept.
    await sleep(warmUpS * 1000);
    await page.locator('.connection .why').filter({ hasText: 'oldest' }).waitFor();
    const cpuOf = () => ({ host: cpuSeconds(hostId), port: cpuSeconds(portId) });
    const [heapBefore, hostBefore] = [await windowHeapBytes(), await residentWithoutGarbage(vscode, hostId)];
    const cpuBefore = cpuOf();
    await startEventLoopMeasurement(vscode);
    await watchPictures(page);
    const beganMs = performance.now();
    const heldByPort: number[] = [];
    while (performance.now() - beganMs < (seconds - warmUpS - 3) * 1000) {
      heldByPort.push(residentBytes(portId));
      await sleep(sampleIntervalMs);
    }
    const pictures = await drawnPictures(page);
    const measuredS = (performance.now() - beganMs) / 1000;
    const loop = await eventLoopDelay(vscode);
    const cpuAfter = cpuOf();
    const [heapAfter, hostAfter] = [await windowHeapBytes(), await residentWithoutGarbage(vscode, hostId)];
    await vscode.screenshot('throughput');
    await exited;
    const printedS = Number(await told);
    await page.locator('.lines').filter({ hasText: 'done' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: /Stop Recording/ }).click();
    await vscode.window.notification(/recorded, in 1 file/, 60_000);

    const cpu = (name: 'host' | 'port'): string =>
      `${name} ${(((cpuAfter[name] - cpuBefore[name]) / measuredS) * 100).toFixed(0)} %`;
    const grown = {
      host: hostAfter - hostBefore,
      port: growth(heldByPort),
      heap: heapAfter - heapBefore,
    };
    const grownMiB = (of: keyof typeof grown): string => `${(grown[of] / mebibyte).toFixed(1)} MiB`;
    console.log(
      [
        `${String(lines)} lines in ${printedS.toFixed(1)} s`,
        `${(pictures / measuredS).toFixed(1)} pictures a second`,
        `event loop of the host p99 ${loop.p99Ms.toFixed(1)} ms, max ${loop.maxMs.toFixed(0)} ms`,
        `CPU: ${cpu('host')}, ${cpu('port')}`,
        `grown in ${measuredS.toFixed(0)} s: host ${grownMiB('host')}, port ${grownMiB('port')}, heap of the window ${grownMiB('heap')}`,
      ].join('\n  '),
    );
    expect(wrongRows(workspace.path('recordings'))).toEqual({ rows: lines, wrong: 0 });
    expect(loop.p99Ms).toBeLessThan(slowestP99Ms);
    expect(pictures / measuredS).toBeGreaterThan(fewestPicturesPerSecond);
    for (const name of ['host', 'port', 'heap'] as const)
      expect(grown[name], name).toBeLessThan(mostGrownBytes[name]);
  });

  it('leaves no process when it is disconnected', async () => {
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await expect.poll(() => isRunning(portId), { timeout: 5000 }).toBe(false);
  });
});

/** From the first third of the samples to the last, each at its lowest. */
function growth(samples: readonly number[]): number {
  const third = Math.ceil(samples.length / 3);
  return Math.min(...samples.slice(-third)) - Math.min(...samples.slice(0, third));
}

/** Rows of the only recording, and how many of them are not what was printed in that place. */
function wrongRows(folder: string): { readonly rows: number; readonly wrong: number } {
  const [name = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  const [header, ...rows] = readFileSync(`${folder}/${name}`, 'utf8').trimEnd().split('\n');
  expect(header?.split(',')).toHaveLength(3);
  const wrong = rows.filter((row, line) => {
    const [, a, b] = row.split(',').map(Number);
    const [wantedA, wantedB] = numbersOfLine(line);
    return a !== wantedA || b !== wantedB;
  });
  return { rows: rows.length, wrong: wrong.length };
}

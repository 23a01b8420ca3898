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
import { describeVSCode, VSCode } from './vscode';
import { Workspace } from './workspace';

const linesPerSecond = 20_000;
const seconds = process.env.TINYML_LONG === 'true' ? 60 : 20;
const lines = linesPerSecond * seconds;
/** What a stream of this rate may cost, on two cores that its source uses too. */
const slowestP99Ms = 50;
const fewestPicturesPerSecond = 20;
/** Rows are kept up to 64 MB; what the machine needs besides must not grow with the stream. */
const keptBytes = 64e6;
const mebibyte = 2 ** 20;

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
    vscode = await VSCode.start({ folder: workspace.folder });
    hostId = await vscode.inHost(() => process.pid);
  });
  afterAll(async () => {
    await vscode.close();
    await cable.pull();
    workspace.remove();
  });

  async function footprint(ids: Readonly<Record<'host' | 'port', number>>) {
    const session = await vscode.page.context().newCDPSession(vscode.page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return {
      bytes: { host: residentBytes(ids.host), port: residentBytes(ids.port), heap: usedSize },
      cpu: { host: cpuSeconds(ids.host), port: cpuSeconds(ids.port) },
    };
  }

  it('is recorded without a loss, drawn without a pause, and keeps nobody waiting', async () => {
    // What an earlier attempt has recorded.
    rmSync(workspace.path('recordings'), { recursive: true, force: true });
    page = await openPort(vscode, cable.monitorPath, 2_000_000);
    await expect.poll(() => portProcesses(hostId).length, { timeout: 20_000 }).toBe(1);
    portId = portProcesses(hostId)[0] ?? 0;
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
    // The first seconds belong to the start of everything.
    await sleep(3000);
    const ids = { host: hostId, port: portId };
    const before = await footprint(ids);
    await startEventLoopMeasurement(vscode);
    await watchPictures(page);
    const beganMs = performance.now();
    await sleep((seconds - 6) * 1000);
    const pictures = await drawnPictures(page);
    const measuredS = (performance.now() - beganMs) / 1000;
    const loop = await eventLoopDelay(vscode);
    const after = await footprint(ids);
    await vscode.screenshot('throughput');
    await exited;
    const printedS = Number(await told);
    await page.locator('.lines').filter({ hasText: 'done' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: /Stop Recording/ }).click();
    await vscode.window.notification(/recorded, in 1 file/, 60_000);

    const cpu = (name: keyof typeof ids): string =>
      `${name} ${(((after.cpu[name] - before.cpu[name]) / measuredS) * 100).toFixed(0)} %`;
    const grown = (of: 'host' | 'port' | 'heap'): number => after.bytes[of] - before.bytes[of];
    console.log(
      [
        `${String(lines)} lines in ${printedS.toFixed(1)} s`,
        `${(pictures / measuredS).toFixed(1)} pictures a second`,
        `event loop of the host p99 ${loop.p99Ms.toFixed(1)} ms, max ${loop.maxMs.toFixed(0)} ms`,
        `CPU: ${cpu('host')}, ${cpu('port')}`,
        `grown in ${measuredS.toFixed(0)} s: host ${(grown('host') / mebibyte).toFixed(1)} MiB, ` +
          `port ${(grown('port') / mebibyte).toFixed(1)} MiB, heap of the window ${(grown('heap') / mebibyte).toFixed(1)} MiB`,
      ].join('\n  '),
    );
    expect(wrongRows(workspace.path('recordings'))).toEqual({ rows: lines, wrong: 0 });
    expect(loop.p99Ms).toBeLessThan(slowestP99Ms);
    expect(pictures / measuredS).toBeGreaterThan(fewestPicturesPerSecond);
    expect(grown('host')).toBeLessThan(keptBytes + 60 * mebibyte);
    expect(grown('port')).toBeLessThan(20 * mebibyte);
    expect(grown('heap')).toBeLessThan(10 * mebibyte);
  });

  it('leaves no process when it is disconnected', async () => {
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await expect.poll(() => isRunning(portId), { timeout: 5000 }).toBe(false);
  });
});

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

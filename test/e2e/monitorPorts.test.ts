/** Ports that are pulled and flashed, and windows that die, in the real VS Code. Ports are pseudo terminals joined by socat. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { breakStreamWorker } from './breakStreamWorker';
import { isRunning, portProcesses, processesWith } from './board/processes';
import { hasSocat, ptyCable, type PtyCable } from '../judges/ptyCable';
import { MonitorPage } from './monitorPage';
import { renewAfterFailure } from './renewAfterFailure';
import { describeVSCode, VSCode } from './vscode';
import { Workspace } from './workspace';

if (!hasSocat)
  console.log('Skipped: ports that are pulled and flashed. They need socat: sudo apt-get install socat');

const cycles = 5;
const rowsEachTime = 20;

describeVSCode('a serial port in the window', () => {
  const workspace = new Workspace();
  const cablePath = workspace.path('cable');
  let vscode: VSCode;
  let monitor: MonitorPage;
  let cable: PtyCable | undefined;
  let nextRow = 0;
  let nextWord = 0;
  let isAway = false;
  /** The worker is as old as that, or older. */
  let openedMs = 0;
  /** The board boots: it says the same until somebody hears it. A first line that may be cut is not taken for one. */
  const boot = async (): Promise<void> => {
    const word = `# boot ${String(nextWord++)}`;
    await expect
      .poll(
        async () => {
          await cable?.print(`${word}\r\n`);
          return monitor.text('.lines').catch(() => '');
        },
        { timeout: 15_000, interval: 50 },
      )
      .toContain(word);
  };
  const printRows = async (): Promise<void> => {
    const rows = Array.from({ length: rowsEachTime }, () => `${String(nextRow)},${String(nextRow++ / 8)}`);
    await cable?.print(`${rows.join('\r\n')}\r\n`);
  };
  /** Ends what a test before has left, so that this one begins alone. */
  const renew = async (): Promise<void> => {
    await cable?.pull();
    cable = undefined;
    nextRow = 0;
    await vscode.set('tinyml.releasePortTasks', undefined);
    await vscode.openFolder(workspace.folder);
    isAway = false;
    rmSync(workspace.path('recordings'), { recursive: true, force: true });
  };
  /** The cable is plugged in, open, and recorded. */
  const recording = async (): Promise<PtyCable> => {
    if (cable) return cable;
    cable = await ptyCable(cablePath);
    await monitor.openPath(cable.monitorPath);
    openedMs = performance.now();
    await isOpen();
    await monitor.press('Record');
    await monitor.untilText('.tools', /Stop Recording/);
    return cable;
  };
  /**
   * The window goes over to a folder that is on no disk. A workspace file that names it would not do: VS Code checks its
   * folders before it knows their file system, and now and then opens none at all.
   */
  const away = async (): Promise<void> => {
    if (isAway) return;
    isAway = true;
    await vscode.openFolder('memory:/project');
  };
  const isOpen = (): Promise<void> =>
    monitor.untilText('.connection', /^(?!.*(?:waiting|Not connected)).*cable/s);
  const recordedRows = (): readonly number[] => {
    const folder = workspace.path('recordings');
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    return files
      .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n').slice(1))
      .map((line) => Number(line.split(',')[1]))
      .sort((a, b) => a - b);
  };
  const allRows = (): readonly number[] => Array.from({ length: nextRow }, (_, row) => row);
  /** What another program that opens the port would find: the monitor holds it by a lock. */
  const flashWith = (seconds: string): Promise<number | undefined> =>
    vscode.inHost(
      async ({ vscode: api }, path: string, wait: string) => {
        const flash = new api.ProcessExecution('flock', ['-w', wait, path, 'true']);
        const task = new api.Task(
          { type: 'test' },
          api.TaskScope.Workspace,
          'Flash the board',
          'test',
          flash,
        );
        task.presentationOptions = { reveal: api.TaskRevealKind.Never };
        const ended = new Promise<number | undefined>((resolve) => {
          const listener = api.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
            if (execution.task.name !== task.name) return;
            listener.dispose();
            resolve(exitCode);
          });
        });
        await api.tasks.executeTask(task);
        return ended;
      },
      cablePath + '-monitor',
      seconds,
    );

  beforeAll(async () => {
    vscode = await VSCode.start({ folder: workspace.folder });
    monitor = new MonitorPage(vscode);
  });
  afterAll(async () => {
    await vscode.close();
    await cable?.pull();
    workspace.remove();
  });

  renewAfterFailure(renew);

  it.runIf(hasSocat)('is pulled and plugged in again without a click, and no row is lost', async () => {
    let plugged = await recording();
    await boot();
    await printRows();
    const waitsMs: number[] = [];
    for (let cycle = 0; cycle < cycles; cycle++) {
      await expect.poll(recordedRows).toEqual(allRows());
      await plugged.pull();
      await monitor.untilText('.connection', /waiting/);
      cable = plugged = await ptyCable(cablePath);
      const began = performance.now();
      await boot();
      waitsMs.push(performance.now() - began);
      await printRows();
    }
    await expect.poll(recordedRows).toEqual(allRows());
    console.log(
      `  ${String(cycles)} times plugged in: heard again after ${msOf(waitsMs)}, ${String(nextRow)} rows kept`,
    );
  });

  it.runIf(hasSocat)(
    'is released while a task flashes, is opened again after it, and no row is lost',
    async () => {
      await recording();
      const waitsMs: number[] = [];
      for (let cycle = 0; cycle < cycles; cycle++) {
        expect(await flashWith('5'), 'the port was not free for the task').toBe(0);
        const flashed = performance.now();
        await boot();
        waitsMs.push(performance.now() - flashed);
        await printRows();
        await expect.poll(recordedRows).toEqual(allRows());
      }
      console.log(
        `  ${String(cycles)} times flashed: heard again after ${msOf(waitsMs)}, ${String(nextRow)} rows kept`,
      );
      await vscode.set('tinyml.releasePortTasks', ['upload']);
      expect(await flashWith('0.2'), 'a task of another name got the port').not.toBe(0);
      await vscode.set('tinyml.releasePortTasks', undefined);
    },
  );

  it.runIf(hasSocat)('is read on, and recorded on, when its reader breaks down', async () => {
    await recording();
    await boot();
    await printRows();
    await expect.poll(recordedRows).toEqual(allRows());
    // A reader that breaks down in its first ten seconds is not started again by itself.
    await expect.poll(() => performance.now() - openedMs, { timeout: 15_000 }).toBeGreaterThan(11_000);
    const hostId = await vscode.inHost(() => process.pid);
    const before = portProcesses(hostId);
    const files = readdirSync(workspace.path('recordings')).length;
    await breakStreamWorker(vscode);
    await monitor.untilText('.connection .why', /broke down and was started again/);
    await vscode.window.notification(/recording was interrupted/);
    await isOpen();
    await monitor.untilText('.tools', /Stop Recording/);
    await boot();
    await printRows();
    await expect.poll(recordedRows).toEqual(allRows());
    expect(readdirSync(workspace.path('recordings')).length).toBeGreaterThan(files);
    await expect.poll(() => before.some(isRunning)).toBe(false);
    expect(portProcesses(hostId)).toHaveLength(1);
    await vscode.window.clearNotifications();
  });

  it.runIf(hasSocat)(
    'is released by command and by the exported function, and opened again from the page',
    async () => {
      await recording();
      await vscode.set('tinyml.releasePortTasks', []);
      await vscode.execute('tinyml.releasePort');
      expect(await flashWith('0')).toBe(0);
      await monitor.press('Connect Again');
      await isOpen();
      expect(await flashWith('0')).not.toBe(0);
      await vscode.inHost(async ({ vscode: api }) => {
        const extension = api.extensions.getExtension('tinyml-workbench.tinyml-workbench');
        await (extension?.exports as { releasePort(): Promise<void> }).releasePort();
      });
      expect(await flashWith('0')).toBe(0);
      await vscode.set('tinyml.releasePortTasks', undefined);
      await monitor.press(/Stop Recording/);
      await vscode.window.notification(/rows recorded/);
    },
  );

  it('leaves a valid recording when the extension host is killed, and offers it afterwards', async () => {
    await monitor.openVirtual('sine');
    await monitor.untilText('.chip', /2 series/);
    await monitor.press('Record');
    await monitor.untilText('.tools', /Stop Recording \((?:[2-9]\d\d|[\d,]{4,}) rows/);
    const shown = Number(/\(([\d,]+) row/.exec(await monitor.text('.tools'))?.[1]?.replace(',', ''));
    const processId = await vscode.inHost(() => process.pid);
    process.kill(processId, 'SIGKILL');
    // VS Code starts another host by itself, or else when the window is loaded again.
    const isOffered = /recording was interrupted/;
    const offered = await vscode.window.notification(isOffered, 15_000).catch(async () => {
      await vscode.reload();
      return vscode.window.notification(isOffered);
    });
    const name = /recording-[\d-]+\.csv/.exec(offered)?.[0] ?? '';
    const text = readFileSync(workspace.path(`recordings/${name}`), 'utf8');
    expect(text.endsWith('\n')).toBe(true);
    const [header, ...rows] = text.trimEnd().split('\n');
    expect(header).toBe('timestamp,sine,cosine');
    expect(
      rows.every((row) => row.split(',').length === 3 && row.split(',').every((field) => field !== '')),
    ).toBe(true);
    // A second of the board's 100 rows a second may be lost, and no more.
    expect(rows.length).toBeGreaterThanOrEqual(shown - 100);
    expect(readdirSync(workspace.path('recordings')).filter((file) => !file.endsWith('.csv'))).toEqual([]);
    await vscode.window.pressButton(/^Open$/);
    await expect.poll(async () => (await vscode.window.tabs()).join()).toContain(name.replace('.csv', ''));
    await vscode.reload();
  });

  it.runIf(hasSocat)('is free, and its process gone, when the extension is deactivated', async () => {
    cable ??= await ptyCable(cablePath);
    await monitor.openPath(cable.monitorPath);
    await isOpen();
    const hostId = await vscode.inHost(() => process.pid);
    const ports = portProcesses(hostId);
    expect(ports).toHaveLength(1);
    await vscode.reload({ atOnce: true });
    await expect.poll(() => [hostId, ...ports].filter(isRunning), { timeout: 10_000 }).toEqual([]);
    expect(await flashWith('0')).toBe(0);
  });

  it('leaves no program running, nor what that has started, when the extension is deactivated', async () => {
    // Nobody else sleeps so long. The shell waits for its child, which would outlive it.
    const nap = 'sleep 98765.4321';
    await monitor.openProgram(`sh -c "${nap} & echo 1,2; wait"`);
    await expect.poll(() => processesWith(nap).length).toBe(2);
    const naps = processesWith(nap);
    await away();
    await expect.poll(() => naps.filter(isRunning), { timeout: 10_000 }).toEqual([]);
  });

  it('records in a workspace that is no disk: parked, and copied there at the end', async () => {
    await away();
    await monitor.openVirtual('sine');
    await monitor.untilText('.chip', /2 series/);
    await monitor.press('Record');
    await monitor.untilText('.tools', /Stop Recording \([1-9]\d/);
    await monitor.press(/Stop Recording/);
    await vscode.window.notification(/rows recorded/);
    const files = await vscode.inHost(async ({ vscode: api }) => {
      const folder = api.Uri.parse('memory:/project/recordings');
      const entries = await api.workspace.fs.readDirectory(folder);
      const bytes = await api.workspace.fs.readFile(api.Uri.joinPath(folder, entries[0]?.[0] ?? ''));
      return { names: entries.map(([name]) => name), text: new TextDecoder().decode(bytes) };
    });
    expect(files.names).toHaveLength(1);
    expect(files.names[0]).toMatch(/^recording-[\d-]+\.csv$/);
    const lines = files.text.trimEnd().split('\n');
    expect(lines[0]).toBe('timestamp,sine,cosine');
    expect(lines.length).toBeGreaterThan(10);
  });
});

function msOf(times: readonly number[]): string {
  return `${Math.max(...times).toFixed(0)} ms at most`;
}

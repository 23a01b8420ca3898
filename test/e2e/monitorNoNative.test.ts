/** The packed extension on a machine for which there is no native module: everything but serial ports works. */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { MonitorPage } from './monitorPage';
import { NetworkBoard } from './networkBoard';
import { describeVSCode, VSCode } from './vscode';
import { filesBelow, Workspace } from './workspace';

const tools = inject('tools');

describeVSCode('the serial monitor without its native module', () => {
  const workspace = new Workspace();
  const board = new NetworkBoard();
  const extensions = mkdtempSync(join(tmpdir(), 'tinyml-no-native-'));
  let removed: readonly string[] = [];
  let vscode: VSCode;
  let monitor: MonitorPage;

  beforeAll(async () => {
    if (!tools.ready) return;
    cpSync(tools.extensions, extensions, { recursive: true });
    removed = [...filesBelow(extensions).keys()].filter((path) => path.endsWith('.node'));
    for (const path of removed) rmSync(join(extensions, path));
    writeFileSync(workspace.path('walk.csv'), 'timestamp,x,y\n0,1,2\n100,3,4\n200,5,6\n300,7,8\n');
    // Whatever it is: the port process never gets so far as to open it.
    writeFileSync(workspace.path('port'), '');
    await board.listen();
    vscode = await VSCode.start({ folder: workspace.folder, extensions });
    monitor = new MonitorPage(vscode);
  });
  afterAll(async () => {
    await vscode.close();
    board.close();
    workspace.remove();
    rmSync(extensions, { recursive: true, force: true });
  });

  it('activates, and says of a serial port what is missing', async () => {
    expect(removed.length).toBeGreaterThan(0);
    expect(existsSync(join(extensions, removed[0] ?? ''))).toBe(false);
    await monitor.openPath(workspace.path('port'));
    await monitor.untilText('.connection .why', /native module/i);
    expect(
      await vscode.inHost(
        ({ vscode: api }) => api.extensions.getExtension('tinyml-workbench.tinyml-workbench')?.isActive,
      ),
    ).toBe(true);
    await vscode.screenshot('monitor-no-native');
  });

  it('plots the virtual board, a board on the network and a replay all the same', async () => {
    await monitor.openVirtual('gestures');
    await monitor.untilText('.chip', /\b6 series/);

    await monitor.openNetwork(board.port);
    await expect.poll(() => board.connections, { timeout: 10_000 }).toBe(1);
    board.print('a:1,b:2,c:3\na:2,b:3,c:4\na:3,b:4,c:5\na:4,b:5,c:6\n');
    await monitor.untilText('.chip', /\b3 series/);

    const replay = vscode.inHost(async ({ vscode: api }, path: string) => {
      await api.commands.executeCommand('tinyml.replayRecording', api.Uri.file(path));
    }, workspace.path('walk.csv'));
    const speeds = vscode.page.locator('.quick-input-list .monaco-list-row');
    await speeds
      .filter({ hasText: /^100 ×/ })
      .first()
      .click();
    await replay;
    await monitor.untilText('.connection', /walk\.csv: ended/);
    await monitor.untilText('.chip', /\b2 series/);
  });
});

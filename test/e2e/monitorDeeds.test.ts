/** What a person does with the monitor's page, in the real VS Code, on a board whose every line the test prints. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from './axe';
import { itFindsLines, itGoesToStatements, itSends, itShowsBytes } from './monitorConsoleDeeds';
import { itChoosesLooks, itFixesTheScale, itMeasures, itSaves, itShowsScores } from './monitorPlotDeeds';
import { MonitorStage } from './monitorStage';
import { renewAfterFailure } from './renewAfterFailure';
import { describeVSCode, themes } from './vscode';

const everyControl = ['Pause', 'Record', 'Statistics', 'Cursors', 'Alerts', 'Console', 'Send to the board'];

describeVSCode('the page of the serial monitor', () => {
  const stage = new MonitorStage();

  beforeAll(() => stage.open());
  afterAll(() => stage.close());
  // Formats, alerts and what is open on the page go with the window.
  renewAfterFailure(() => stage.vscode.reload());

  it('records, and a replay at 0.1 to 100 times the speed records to identical values', async () => {
    await stage.connected();
    const before = stage.recordings();
    const fresh = (): readonly string[] => stage.recordings().filter((name) => !before.includes(name));
    await stage.monitor.press('Record');
    await stage.monitor.untilText('.tools', /Stop Recording/);
    const printing = setInterval(() => stage.turn(5), 20);
    await stage.monitor.untilText('.tools', /Stop Recording \((?:[5-9]\d\d|[\d,]{4,}) rows/);
    clearInterval(printing);
    await stage.monitor.press(/Stop Recording/);
    await stage.vscode.window.notification(/rows recorded/);
    const [original = ''] = fresh();
    const rows = readFileSync(stage.workspace.path(`recordings/${original}`), 'utf8');
    expect(rows.split('\n')[0]).toBe('timestamp,x,y');

    // The board is silent now: what the second recording gets is the replay alone.
    await stage.monitor.press('Record');
    await stage.monitor.untilText('.tools', /Stop Recording/);
    const replay = stage.vscode.inHost(
      async ({ vscode: api }, path: string) => {
        await api.commands.executeCommand('tinyml.replayRecording', api.Uri.file(path));
      },
      stage.workspace.path(`recordings/${original}`),
    );
    const rate = stage.vscode.page.locator('.quick-input-list .monaco-list-row');
    await rate.filter({ hasText: '0.1 ×' }).first().click();
    await replay;
    await stage.monitor.untilText('.connection', new RegExp(original));
    await stage.monitor.untilText('.tools', /Stop Recording \([1-9]/);
    const slow = /\((\d+)/.exec(await stage.monitor.text('.tools'))?.[1];
    expect(Number(slow)).toBeLessThan(300);
    await stage.monitor.choose('Speed of the replay', '100');
    await stage.monitor.untilText('.connection', /ended/);
    await stage.monitor.press(/Stop Recording/);
    await expect.poll(() => stage.recordings()).toHaveLength(before.length + 2);
    const again = fresh().find((name) => name !== original) ?? '';
    await expect
      .poll(() => readFileSync(stage.workspace.path(`recordings/${again}`), 'utf8').length)
      .toBe(rows.length);
    expect(readFileSync(stage.workspace.path(`recordings/${again}`), 'utf8') === rows).toBe(true);
    await expect
      .poll(() => readdirSync(stage.workspace.path('recordings')).filter((name) => !name.endsWith('.csv')))
      .toEqual([]);
  });

  it('disconnects at once also while it records, whoever answers what became of the recording', async () => {
    await stage.connected();
    await stage.monitor.press('Record');
    await stage.monitor.untilText('.tools', /Stop Recording/);
    stage.turn(20);
    await stage.monitor.untilText('.tools', /Stop Recording \([1-9]/);
    await stage.monitor.press('Disconnect');
    await expect.poll(() => stage.board.connections).toBe(0);
    await stage.monitor.untilText('.connection', /Not connected/);
    await stage.vscode.window.notification(/rows recorded/);
    await stage.vscode.window.clearNotifications();
  });

  it('is still paused, and has its lines, when it was out of sight', async () => {
    await stage.connected();
    await stage.monitor.clear();
    stage.turn(40);
    await stage.monitor.untilText('.chip', /2 series/);
    await stage.monitor.press('Pause');
    await stage.monitor.untilText('.tools', /Resume/);
    await stage.vscode.execute('workbench.action.closePanel');
    stage.turn(40);
    await stage.vscode.execute('tinyml.monitor.focus');
    await stage.monitor.untilText('.tools', /Resume/);
    const lines = (await stage.monitor.frame()).getByRole('listbox', { name: 'Console' });
    await lines.press('Home');
    await expect
      .poll(() => lines.getByRole('option', { selected: true }).getAttribute('aria-posinset'))
      .toBe('1');
    const all = await lines.getByRole('option').first().getAttribute('aria-setsize');
    expect(Number(all)).toBeGreaterThanOrEqual(80);
    await lines.press('Escape');
    await stage.monitor.press('Resume');
  });

  itMeasures(stage);
  itGoesToStatements(stage);
  itFindsLines(stage);
  itShowsBytes(stage);

  it('locks a format from the chip: lines as another plotter reads them, then frames of bytes', async () => {
    await stage.connected();
    await (await stage.monitor.frame()).locator('.chip').click();
    await stage.monitor.choose('Read lines as', 'arduino');
    await stage.monitor.untilText('.chip', /locked/);
    await stage.monitor.clear();
    stage.board.print('a:1 b:2C\na:3 b:4C\n');
    await stage.monitor.untilText('.chip', /Arduino plotter · locked · 2 series/);
    await stage.monitor.choose('Read lines as', 'framed');
    await stage.monitor.clear();
    // Frames of serialplot's own layout: AA BB, the size in one byte, two int16 with the low byte first, their sum.
    const channels = (await stage.monitor.frame()).getByRole('spinbutton', { name: 'Values per sample' });
    await channels.fill('2');
    await channels.press('Enter');
    const payload = [0x2c, 0x01, 0xfe, 0xff];
    const sum = payload.reduce((total, byte) => (total + byte) & 0xff, 0);
    const sent = Uint8Array.from([0xaa, 0xbb, payload.length, ...payload, sum]);
    // Until the number of values has reached the reader.
    const chip = (): Promise<string> => {
      for (let frame = 0; frame < 5; frame++) stage.board.print(sent);
      return stage.monitor.chip();
    };
    await expect.poll(chip).toMatch(/binary · locked · 2 series/);
    await expect.poll(() => stage.monitor.text('.legend')).toMatch(/300[\s\S]*-2/);
    await stage.monitor.choose('Read lines as', 'auto');
    await (await stage.monitor.frame()).locator('.chip').click();
    await stage.monitor.clear();
  });

  it('watches for a text, marks, notifies and freezes the view some rows later', async () => {
    await stage.connected();
    stage.turn(10);
    await stage.monitor.press('Alerts');
    const frame = await stage.monitor.frame();
    await frame.getByRole('checkbox', { name: 'notify' }).check();
    await frame.getByRole('spinbutton', { name: 'Freeze after rows' }).fill('8');
    await stage.monitor.press('Add');
    await stage.monitor.untilText('ul.alerts', /ERR\|panic\|assert · .*notify/);
    stage.board.print('ERR: no sensor\n');
    await stage.vscode.window.notification(/ERR/);
    await frame.locator('.mark').first().waitFor();
    stage.turn(5);
    await stage.monitor.untilText('.tools', /Pause/);
    stage.turn(5);
    await stage.monitor.untilText('.tools', /Resume/);
    await stage.monitor.press('Resume');
    await stage.monitor.press('Remove');
    await stage.monitor.press('Alerts');
    await stage.vscode.window.clearNotifications();
  });

  itSends(stage);
  itFixesTheScale(stage);
  itChoosesLooks(stage);
  itShowsScores(stage);
  itSaves(stage);

  it('shows what a hostile board prints as text, and stops at 64 series with a notice', async () => {
    await stage.connected();
    const frame = await stage.monitor.frame();
    stage.board.print('<img src=x onerror="document.body.remove()"><b>bold</b>\n');
    stage.board.print('\u001b[31mred\u001b[0m \u001b]0;title\u0007 <script>alert(1)</script>\n');
    await stage.monitor.untilText('.lines', /<img src=x onerror="document\.body\.remove\(\)"><b>bold<\/b>/);
    await stage.monitor.untilText('.lines', /red .*<script>alert\(1\)<\/script>/);
    expect(await frame.locator('.lines :is(img, b, script)').count()).toBe(0);
    // Then bytes at a wrong baud rate, and a label for every line.
    stage.board.print(Uint8Array.from({ length: 3000 }, (_, index) => (index * 167 + 13) % 256));
    stage.board.print('\n');
    for (let label = 0; label < 300; label++) stage.board.print(`>label_${label}:${label}\n`);
    await stage.monitor.untilText('.chip', /6\d series/);
    await stage.monitor.untilText('.connection .why', /series/);
    await stage.vscode.screenshot('monitor-hostile');
    await stage.monitor.clear();
  });

  it('works by keyboard alone', async () => {
    await stage.vscode.execute('workbench.action.focusActiveEditorGroup');
    const { keyboard } = stage.vscode.page;
    const firstRow = stage.vscode.page.locator('.quick-input-list .monaco-list-row').first();
    await stage.vscode.window.typeIntoPalette('TinyML: Open Serial Monitor');
    await firstRow.filter({ hasText: 'TinyML: Open Serial Monitor' }).waitFor();
    await keyboard.press('Enter');
    await firstRow
      .filter({ hasText: '/dev/' })
      .or(firstRow.filter({ hasText: 'serial port' }))
      .waitFor();
    await keyboard.type('Virtual board: sine');
    await firstRow.filter({ hasText: 'Virtual board: sine' }).waitFor();
    await keyboard.press('Enter');
    await stage.monitor.untilText('.connection', /Virtual board: sine/);
    await stage.monitor.untilText('.chip', /\b2 series · [\d.]+ Hz/);
    await stage.vscode.execute('tinyml.monitor.focus');
    // Every control is reached by Tab, and says its name.
    const reached = new Set<string>();
    const press = async (key: string, then: RegExp): Promise<void> => {
      await keyboard.press(key);
      await stage.monitor.untilText('.tools', then);
    };
    for (let tabs = 0; tabs < 80 && !everyControl.every((name) => reached.has(name)); tabs++) {
      await keyboard.press('Tab');
      const name = await stage.monitor.focusedName();
      if (reached.has(name)) continue;
      reached.add(name);
      if (name === 'Pause') {
        await press('Space', /Resume/);
        await press('Space', /Pause/);
      } else if (name.startsWith('Live plot.')) {
        await press('Space', /Resume/);
        await press('Space', /Pause/);
        await press('+', /Resume/);
        await press('0', /Pause/);
      }
    }
    expect([...reached]).toEqual(expect.arrayContaining(everyControl));
  });

  it('is accessible in three themes: axe finds nothing serious', async () => {
    await stage.monitor.openVirtual('gestures');
    await stage.monitor.untilText('.chip', /\b6 series · [\d.]+ Hz/);
    await stage.monitor.press('Series');
    expect(await axeViolations(await stage.monitor.frame()), 'series').toEqual([]);
    await stage.monitor.press('Series');
    for (const name of ['Statistics', 'Cursors']) await stage.monitor.press(name);
    // The panel is as low as VS Code opens it: the plot has more than half of its height all the same.
    const plotShare = async (): Promise<number> => {
      const frame = await stage.monitor.frame();
      const [plot, page] = [
        await frame.locator('canvas').first().boundingBox(),
        await frame.locator('body').boundingBox(),
      ];
      return (plot?.height ?? 0) / (page?.height ?? Infinity);
    };
    for (const [name, theme] of Object.entries(themes)) {
      await stage.vscode.setTheme(theme);
      await expect.poll(plotShare).toBeGreaterThan(0.6);
      expect(await axeViolations(await stage.monitor.frame()), theme).toEqual([]);
      await stage.vscode.screenshot(`monitor-measured-${name}`);
    }
  });
});

/** What a person does with the monitor's page, in the real VS Code, on a board whose every line the test prints. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from './axe';
import { MonitorPage } from './monitorPage';
import { NetworkBoard } from './networkBoard';
import { describeVSCode, themes, VSCode } from './vscode';
import { Workspace } from './workspace';

const sketch = `#include <stdio.h>

void report(int code) {
  printf("motor fault %d, stopping\\n", code);
}

void loop(void) {
  printf("x:%f, y:%f\\n", read_x(), read_y());
}
`;

const everyControl = ['Pause', 'Record', 'Statistics', 'Cursors', 'Alerts', 'Console', 'Send to the board'];

const circle = (row: number): string =>
  `x:${Math.cos(row / 20).toFixed(4)}, y:${Math.sin(row / 20).toFixed(4)}\n`;

describeVSCode('the page of the serial monitor', () => {
  const workspace = new Workspace();
  const board = new NetworkBoard();
  let vscode: VSCode;
  let monitor: MonitorPage;
  let row = 0;
  const turn = (rows: number): void => {
    for (let count = 0; count < rows; count++) board.print(circle(row++));
  };
  const connect = async (): Promise<void> => {
    await monitor.openNetwork(board.port);
    await expect.poll(() => board.connections).toBe(1);
  };
  const recordings = (): string[] => {
    const files = [...workspace.files('recordings').keys()];
    return files.filter((name) => name.endsWith('.csv')).sort();
  };

  beforeAll(async () => {
    writeFileSync(workspace.path('main.c'), sketch);
    vscode = await VSCode.start({ folder: workspace.folder });
    monitor = new MonitorPage(vscode);
    await board.listen();
  });
  afterAll(async () => {
    await vscode.close();
    board.close();
    workspace.remove();
  });

  it('records, and a replay at 0.1 to 100 times the speed records to identical values', async () => {
    await connect();
    await monitor.press('Record');
    await monitor.untilText('.tools', /Stop Recording/);
    const printing = setInterval(() => turn(5), 20);
    await monitor.untilText('.tools', /Stop Recording \((?:[5-9]\d\d|[\d,]{4,}) rows/);
    clearInterval(printing);
    await monitor.press(/Stop Recording/);
    await vscode.window.notification(/rows recorded/);
    const [original = ''] = recordings();
    const rows = readFileSync(workspace.path(`recordings/${original}`), 'utf8');
    expect(rows.split('\n')[0]).toBe('timestamp,x,y');

    // The board is silent now: what the second recording gets is the replay alone.
    await monitor.press('Record');
    await monitor.untilText('.tools', /Stop Recording/);
    const replay = vscode.inHost(
      async ({ vscode: api }, path: string) => {
        await api.commands.executeCommand('tinyml.replayRecording', api.Uri.file(path));
      },
      workspace.path(`recordings/${original}`),
    );
    const rate = vscode.page.locator('.quick-input-list .monaco-list-row');
    await rate.filter({ hasText: '0.1 ×' }).first().click();
    await replay;
    await monitor.untilText('.connection', new RegExp(original));
    await monitor.untilText('.tools', /Stop Recording \([1-9]/);
    const slow = /\((\d+)/.exec(await monitor.text('.tools'))?.[1];
    expect(Number(slow)).toBeLessThan(300);
    await monitor.choose('Speed of the replay', '100');
    await monitor.untilText('.connection', /ended/);
    await monitor.press(/Stop Recording/);
    await expect.poll(recordings).toHaveLength(2);
    const again = recordings().find((name) => name !== original) ?? '';
    await expect
      .poll(() => readFileSync(workspace.path(`recordings/${again}`), 'utf8').length)
      .toBe(rows.length);
    expect(readFileSync(workspace.path(`recordings/${again}`), 'utf8') === rows).toBe(true);
    await expect
      .poll(() => readdirSync(workspace.path('recordings')).filter((name) => !name.endsWith('.csv')))
      .toEqual([]);
  });

  it('draws a series over another, and measures between two cursors', async () => {
    await vscode.window.clearNotifications();
    await connect();
    turn(300);
    await monitor.untilText('.chip', /2 series/);
    await monitor.choose('Along x', { label: 'over x' });
    const pairs = (await monitor.frame()).getByRole('img', { name: 'Series over another series' });
    await pairs.waitFor();
    await expect.poll(() => monitor.text('.plot-area:not([hidden]) .legend')).toBe('y');
    await vscode.screenshot('monitor-over-x');
    await monitor.choose('Along x', { label: 'over time' });

    await monitor.press('Cursors');
    await monitor.untilText('.distance', /Δt = [\d.]+ s, 1\/Δt = [\d.]+ Hz/);
    const [deltaS, hertz] = [...(await monitor.text('.distance')).matchAll(/= ([\d.]+)/g)].map(([, value]) =>
      Number(value),
    );
    // Both are printed with four digits.
    expect(Math.abs((deltaS ?? 0) * (hertz ?? 0) - 1)).toBeLessThan(0.002);
    const cursor = (await monitor.frame()).getByRole('slider', { name: 'Cursor B' });
    const before = await monitor.text('.distance');
    await cursor.focus();
    await vscode.page.keyboard.press('ArrowRight');
    await expect.poll(() => monitor.text('.distance')).not.toBe(before);
    await monitor.press('Cursors');
  });

  it('goes from a line of the console to the statement that printed it', async () => {
    board.print('motor fault 7, stopping\n');
    const line = (await monitor.frame()).locator('.line').filter({ hasText: 'motor fault 7' });
    await line.click();
    await expect
      .poll(() =>
        vscode.inHost(({ vscode: api }) => {
          const editor = api.window.activeTextEditor;
          return (
            editor && `${editor.document.uri.path.split('/').pop() ?? ''}:${editor.selection.start.line}`
          );
        }),
      )
      .toBe('main.c:3');
  });

  it('finds lines, with the others in sight or without', async () => {
    const frame = await monitor.frame();
    await frame.getByRole('searchbox', { name: 'Find lines' }).fill('motor');
    await monitor.untilText('.console-area [role=status]', /^1 line$/);
    await expect.poll(() => frame.locator('.line').count()).toBe(1);
    await monitor.press('Filter');
    await expect.poll(() => frame.locator('.line').count()).toBeGreaterThan(1);
    await frame.getByRole('searchbox').press('Enter');
    await frame.locator('.line.current').filter({ hasText: 'motor fault 7' }).waitFor();
    await monitor.press('Filter');
    await frame.getByRole('searchbox').fill('');
  });

  it('locks a format from the chip: lines as another plotter reads them, then frames of bytes', async () => {
    await (await monitor.frame()).locator('.chip').click();
    await monitor.choose('Read lines as', 'arduino');
    await monitor.untilText('.chip', /locked/);
    await monitor.clear();
    board.print('a:1 b:2C\na:3 b:4C\n');
    await monitor.untilText('.chip', /Arduino plotter · locked · 2 series/);
    await monitor.choose('Read lines as', 'framed');
    await monitor.clear();
    // Frames of serialplot's own layout: AA BB, the size in one byte, two int16 with the low byte first, their sum.
    const channels = (await monitor.frame()).getByRole('spinbutton', { name: 'Values per sample' });
    await channels.fill('2');
    await channels.press('Enter');
    const payload = [0x2c, 0x01, 0xfe, 0xff];
    const sum = payload.reduce((total, byte) => (total + byte) & 0xff, 0);
    const sent = Uint8Array.from([0xaa, 0xbb, payload.length, ...payload, sum]);
    // Until the number of values has reached the reader.
    const chip = (): Promise<string> => {
      for (let frame = 0; frame < 5; frame++) board.print(sent);
      return monitor.chip();
    };
    await expect.poll(chip).toMatch(/binary · locked · 2 series/);
    await expect.poll(() => monitor.text('.legend')).toMatch(/300[\s\S]*-2/);
    await monitor.choose('Read lines as', 'auto');
    await (await monitor.frame()).locator('.chip').click();
    await monitor.clear();
  });

  it('watches for a text, marks and notifies', async () => {
    turn(10);
    await monitor.press('Alerts');
    const frame = await monitor.frame();
    await frame.getByRole('checkbox', { name: 'notify' }).check();
    await monitor.press('Add');
    await monitor.untilText('ul.alerts', /ERR\|panic\|assert · notify/);
    board.print('ERR: no sensor\n');
    await vscode.window.notification(/ERR/);
    await frame.locator('.mark').first().waitFor();
    await monitor.press('Remove');
    await monitor.press('Alerts');
    await vscode.window.clearNotifications();
  });

  it('sends, and brings back what was sent before', async () => {
    const input = (await monitor.frame()).getByRole('textbox', { name: 'Send to the board' });
    board.received = '';
    await input.fill('rate 100');
    await input.press('Enter');
    await input.fill('stop');
    await input.press('Enter');
    await expect.poll(() => board.received).toBe('rate 100\nstop\n');
    await input.press('ArrowUp');
    await input.press('ArrowUp');
    expect(await input.inputValue()).toBe('rate 100');
    await input.press('ArrowDown');
    expect(await input.inputValue()).toBe('stop');
    await monitor.press('Escapes');
    await monitor.choose('Line ending', 'crlf');
    await input.fill('\\x41\\t\\\\');
    await input.press('Enter');
    await expect.poll(() => board.received).toBe('rate 100\nstop\nA\t\\\r\n');
    await monitor.press('Escapes');
  });

  it('fixes the y axis between typed limits', async () => {
    turn(50);
    await monitor.choose('Scale of y', 'fixed');
    const frame = await monitor.frame();
    const [smallest, largest] = [
      frame.getByRole('spinbutton', { name: 'Smallest y' }),
      frame.getByRole('spinbutton', { name: 'Largest y' }),
    ];
    expect(Number(await smallest.inputValue())).toBeLessThan(Number(await largest.inputValue()));
    const canvas = frame.locator('canvas').first();
    const before = await canvas.screenshot();
    await largest.fill('40');
    await largest.press('Enter');
    await expect.poll(async () => before.equals(await canvas.screenshot())).toBe(false);
    await smallest.fill('90');
    await smallest.press('Enter');
    expect(await smallest.getAttribute('aria-invalid')).toBe('true');
    await monitor.choose('Scale of y', 'auto');
  });

  it('shows what a hostile board prints as text, and stops at 64 series with a notice', async () => {
    const frame = await monitor.frame();
    board.print('<img src=x onerror="document.body.remove()"><b>bold</b>\n');
    board.print('\u001b[31mred\u001b[0m \u001b]0;title\u0007 <script>alert(1)</script>\n');
    await monitor.untilText('.lines', /<img src=x onerror="document\.body\.remove\(\)"><b>bold<\/b>/);
    await monitor.untilText('.lines', /red .*<script>alert\(1\)<\/script>/);
    expect(await frame.locator('.lines :is(img, b, script)').count()).toBe(0);
    // Then bytes at a wrong baud rate, and a label for every line.
    board.print(Uint8Array.from({ length: 3000 }, (_, index) => (index * 167 + 13) % 256));
    board.print('\n');
    for (let label = 0; label < 300; label++) board.print(`>label_${label}:${label}\n`);
    await monitor.untilText('.chip', /6\d series/);
    await monitor.untilText('.connection .why', /series/);
    await vscode.screenshot('monitor-hostile');
    await monitor.clear();
  });

  it('works by keyboard alone', async () => {
    await vscode.execute('workbench.action.focusActiveEditorGroup');
    const { keyboard } = vscode.page;
    const firstRow = vscode.page.locator('.quick-input-list .monaco-list-row').first();
    await vscode.window.typeIntoPalette('TinyML: Open Serial Monitor');
    await firstRow.filter({ hasText: 'TinyML: Open Serial Monitor' }).waitFor();
    await keyboard.press('Enter');
    await firstRow
      .filter({ hasText: '/dev/' })
      .or(firstRow.filter({ hasText: 'serial port' }))
      .waitFor();
    await keyboard.type('Virtual board: sine');
    await firstRow.filter({ hasText: 'Virtual board: sine' }).waitFor();
    await keyboard.press('Enter');
    await monitor.untilText('.connection', /Virtual board: sine/);
    await monitor.untilText('.chip', /\b2 series · [\d.]+ Hz/);
    await vscode.execute('tinyml.monitor.focus');
    // Every control is reached by Tab, and says its name.
    const reached = new Set<string>();
    const press = async (key: string, then: RegExp): Promise<void> => {
      await keyboard.press(key);
      await monitor.untilText('.tools', then);
    };
    for (let tabs = 0; tabs < 80 && !everyControl.every((name) => reached.has(name)); tabs++) {
      await keyboard.press('Tab');
      const name = await monitor.focusedName();
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
    for (const name of ['Series', 'Statistics', 'Cursors']) await monitor.press(name);
    for (const [name, theme] of Object.entries(themes)) {
      await vscode.setTheme(theme);
      expect(await axeViolations(await monitor.frame()), theme).toEqual([]);
      await vscode.screenshot(`monitor-measured-${name}`);
    }
  });
});

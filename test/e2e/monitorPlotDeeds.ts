/** What a person does with the plot of the monitor. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { MonitorStage } from './monitorStage';

export function itMeasures(stage: MonitorStage): void {
  it('draws a series over another, and measures between two cursors', async () => {
    await stage.vscode.window.clearNotifications();
    await stage.connected();
    stage.turn(300);
    await stage.monitor.untilText('.chip', /2 series/);
    await stage.monitor.choose('Along x', { label: 'over x' });
    const pairs = (await stage.monitor.frame()).getByRole('img', { name: 'Series over another series' });
    await pairs.waitFor();
    await expect.poll(() => stage.monitor.text('.plot-area:not([hidden]) .legend')).toBe('y');
    await stage.vscode.screenshot('monitor-over-x');
    await stage.monitor.choose('Along x', { label: 'over time' });

    await stage.monitor.press('Cursors');
    await stage.monitor.untilText('.distance', /Δt = [\d.]+ s, 1\/Δt = [\d.]+ Hz/);
    const [deltaS, hertz] = [...(await stage.monitor.text('.distance')).matchAll(/= ([\d.]+)/g)].map(
      ([, value]) => Number(value),
    );
    // Both are printed with four digits at least.
    expect(Math.abs((deltaS ?? 0) * (hertz ?? 0) - 1)).toBeLessThan(0.002);
    const cursor = (await stage.monitor.frame()).getByRole('slider', { name: 'Cursor B' });
    const before = await stage.monitor.text('.distance');
    await cursor.focus();
    await stage.vscode.page.keyboard.press('ArrowRight');
    await expect.poll(() => stage.monitor.text('.distance')).not.toBe(before);
    await stage.monitor.press('Cursors');
  });
}

export function itFixesTheScale(stage: MonitorStage): void {
  it('fixes the y axis between typed limits', async () => {
    await stage.connected();
    stage.turn(50);
    await stage.monitor.choose('Scale of y', 'fixed');
    const frame = await stage.monitor.frame();
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
    await stage.monitor.choose('Scale of y', 'auto');
  });
}

export function itChoosesLooks(stage: MonitorStage): void {
  it('gives a series a unit and a colour, hides one, and keeps it so', async () => {
    await stage.connected();
    await stage.monitor.clear();
    stage.turn(10);
    await stage.monitor.untilText('.chip', /2 series/);
    await stage.monitor.press('Series');
    const frame = await stage.monitor.frame();
    const unit = frame.getByRole('textbox', { name: 'Unit of x' });
    await unit.fill('mV');
    await unit.press('Enter');
    await expect.poll(() => stage.monitor.text('.legend')).toMatch(/x\s+-?[\d.]+ mV/);
    await frame.getByLabel('Color of x').fill('#12ab34');
    await expect.poll(() => frame.locator('.legend path').first().getAttribute('stroke')).toBe('#12ab34');
    await frame.getByRole('checkbox', { name: 'Show y' }).uncheck();
    const shown = frame.locator('.legend button');
    await expect.poll(() => shown.nth(1).getAttribute('aria-pressed')).toBe('false');
    // Another stream of the same names looks the same.
    await stage.monitor.clear();
    stage.turn(10);
    await expect.poll(() => stage.monitor.text('.legend')).toMatch(/x\s+-?[\d.]+ mV/);
    await expect.poll(() => shown.nth(1).getAttribute('aria-pressed')).toBe('false');
    await frame.getByRole('checkbox', { name: 'Show y' }).check();
    await unit.fill('');
    await unit.press('Enter');
    await stage.monitor.press('Series');
  });
}

export function itShowsScores(stage: MonitorStage): void {
  it('shows class scores as bars, the highest marked', async () => {
    await stage.connected();
    await stage.monitor.clear();
    const block = (idle: string, wave: string): string =>
      `Predictions (DSP: 12 ms., Classification: 3 ms., Anomaly: 0 ms.): \n    idle: \t${idle}\n    wave: \t${wave}\n`;
    stage.board.print(block('0.75000', '0.25000') + block('0.09375', '0.90625'));
    const frame = await stage.monitor.frame();
    await frame.locator('.score.best').filter({ hasText: 'wave' }).filter({ hasText: '0.906' }).waitFor();
    expect(await frame.locator('.score').count()).toBe(2);
    const widthOf = async (name: string): Promise<number> => {
      const bar = frame.locator('.score').filter({ hasText: name }).locator('.filled');
      return (await bar.boundingBox())?.width ?? 0;
    };
    const [idle, wave] = [await widthOf('idle'), await widthOf('wave')];
    expect(idle / wave).toBeCloseTo(0.09375 / 0.90625, 1);
    await stage.monitor.clear();
  });
}

export function itSaves(stage: MonitorStage): void {
  it('saves the visible rows as CSV, and the plot as a picture', async () => {
    await stage.connected();
    await stage.monitor.clear();
    stage.board.print('x:1.5, y:-2\nx:2.5, y:3\nx:0.1, y:1e-7\n');
    await stage.monitor.untilText('.legend', /x\s+0\.1/);
    const [rows, picture] = [stage.workspace.path('seen.csv'), stage.workspace.path('seen.png')];
    await stage.monitor.press('CSV');
    await stage.vscode.window.chooseInFileDialog(rows);
    await stage.workspace.fileAppears('seen.csv', 10_000);
    await expect
      .poll(() =>
        readFileSync(rows, 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => line.split(',').slice(1)),
      )
      .toEqual([
        ['x', 'y'],
        ['1.5', '-2'],
        ['2.5', '3'],
        ['0.1', '1e-7'],
      ]);
    await stage.monitor.press('PNG');
    await stage.vscode.window.chooseInFileDialog(picture);
    await stage.workspace.fileAppears('seen.png', 10_000);
    await expect.poll(() => readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
    await stage.vscode.window.clearNotifications();
  });
}

/** What a person does with the plot of the monitor. */
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
    // Both are printed with four digits.
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

/** Opens a port in the serial monitor as a person does: through the palette, a typed path and a typed baud rate. */
import type { Frame } from 'playwright-core';
import type { VSCode } from '../vscode';

export async function openPort(vscode: VSCode, path: string, baudRate: number): Promise<Frame> {
  const { page, window } = vscode;
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const title = page.locator('.quick-input-title');
  const input = page.locator('.quick-input-widget input.input');
  await window.palette('TinyML: Open Serial Monitor');
  await title.filter({ hasText: 'Serial Monitor' }).waitFor();
  // The list may still wait for the ports of the machine.
  await input.fill('Type a port');
  await rows.filter({ hasText: 'Type a port…' }).first().click();
  await title.filter({ hasText: /^Serial port$/ }).waitFor();
  await input.fill(path);
  await input.press('Enter');
  await title.filter({ hasText: 'Baud rate' }).waitFor();
  await input.fill(String(baudRate));
  await rows
    .filter({ hasText: new RegExp(`^${String(baudRate)}`) })
    .first()
    .click();
  const monitor = await window.webview('monitor');
  await monitor.locator('.connection').filter({ hasText: path }).waitFor();
  return monitor;
}

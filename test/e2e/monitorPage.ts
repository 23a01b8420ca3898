/** The monitor in a window, as a person uses it: palette, lists, the page's own controls. */
import type { Frame, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { VSCode } from './vscode';

const limitMs = 20_000;

export class MonitorPage {
  constructor(private readonly vscode: VSCode) {}

  /** Asked for anew each time: a page may be replaced at any moment. */
  frame(): Promise<Frame> {
    return this.vscode.window.webview('monitor');
  }

  async press(name: string | RegExp): Promise<void> {
    const exact = typeof name === 'string';
    await (await this.frame()).getByRole('button', { name, exact }).first().click();
  }

  async choose(select: string, option: string | { readonly label: string }): Promise<void> {
    await (await this.frame()).getByRole('combobox', { name: select }).selectOption(option);
  }

  async text(selector: string): Promise<string> {
    return (await this.frame()).locator(selector).first().innerText({ timeout: 5000 });
  }

  /** What the chip says of format, series and rejected lines. */
  chip(): Promise<string> {
    return this.text('.chip');
  }

  async untilText(selector: string, wanted: RegExp, timeout = limitMs): Promise<void> {
    await expect.poll(() => this.text(selector).catch(() => ''), { timeout }).toMatch(wanted);
  }

  /** Of the element that the keyboard acts on. */
  async focusedName(): Promise<string> {
    const named = 'document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? ""';
    return (await (await this.frame()).evaluate<string>(named)).trim();
  }

  /** What is printed afterwards is not cleared. */
  async clear(): Promise<void> {
    const button = (await this.frame()).getByRole('button', { name: 'Clear', exact: true });
    // Disabled where nothing was printed yet.
    if (await button.isEnabled()) await button.click();
    await this.untilText('.chip', / 0 series/);
  }

  async openVirtual(board: string): Promise<void> {
    await this.vscode.execute('tinyml.openSerialMonitor', board);
  }

  async openNetwork(port: number): Promise<void> {
    await this.choosePort('Network address');
    await this.type('Network address', `127.0.0.1:${String(port)}`);
  }

  /** A path that no list has, as of a pseudo terminal. */
  async openPath(path: string): Promise<void> {
    await this.choosePort('Type a port');
    await this.type('Serial port', path);
    await this.title('Baud rate').waitFor({ timeout: limitMs });
    await this.vscode.page.keyboard.press('Enter');
  }

  /** Run without a shell. */
  async openProgram(command: string): Promise<void> {
    await this.choosePort('Output of a program');
    await this.type('Program whose output', command);
  }

  async choosePort(label: string): Promise<void> {
    const row = this.vscode.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label });
    for (let attempt = 0; ; attempt++) {
      await this.vscode.window.palette('TinyML: Open Serial Monitor');
      try {
        await row.first().click({ timeout: limitMs / 2 });
        return;
      } catch (error) {
        // A page that is just loading may take the focus, and VS Code then closes its list.
        if (attempt === 2) throw error;
      }
    }
  }

  private async type(title: string, text: string): Promise<void> {
    await this.title(title).waitFor({ timeout: limitMs });
    const input = this.vscode.page.locator('.quick-input-widget input.input');
    await input.fill(text);
    await input.press('Enter');
  }

  private title(text: string): Locator {
    return this.vscode.page.locator('.quick-input-title').filter({ hasText: text });
  }
}

// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';
import { keptEditors } from './keptEditors.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

const openLimitMs = 90_000;
const stepLimitMs = 30_000;

/** The window of a VS Code in a browser, used the way a person does: palette, menus, notifications, pages. */
export class Workbench {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * @param {string} address of the server
   * @param {string | undefined} folder to open, or a .code-workspace file; none for a window without a folder
   */
  async open(address, folder) {
    const kind = folder?.endsWith('.code-workspace') ? 'workspace' : 'folder';
    const query = folder === undefined ? '?ew=true' : `?${kind}=${encodeURIComponent(folder)}`;
    await this.page.goto(`${address}/${query}`, { timeout: openLimitMs });
    await this.ready();
  }

  /** Waits until the window stands and its extensions are known. */
  async ready() {
    await this.page.waitForSelector('.monaco-workbench', { timeout: openLimitMs });
    await this.page.waitForSelector('.statusbar-item', { timeout: openLimitMs });
  }

  /** @param {{ readonly atOnce?: boolean }} [options] `atOnce`: nothing is waited for, as when a window breaks down */
  async reload({ atOnce = false } = {}) {
    if (!atOnce) await this.#looseFocus();
    await this.page.reload({ timeout: openLimitMs });
    await this.ready();
  }

  /**
   * A window that is left writes down what is open in it; else it does so now and then only, and a reload may come
   * before. How long the writing takes is the machine's affair: it is waited for, up to a limit, where a reload shows
   * what was missed. The window must have had the focus itself: as long as one of its pages has it, it cannot lose it.
   */
  async #looseFocus() {
    const end = Date.now() + stepLimitMs;
    do {
      await this.page.evaluate(`
        delete document.hasFocus;
        window.dispatchEvent(new Event('focus'));
        document.hasFocus = () => false;
        window.dispatchEvent(new Event('blur'));
      `);
      await sleep(1500);
    } while (!(await this.#isWrittenDown()) && Date.now() < end);
  }

  /** Whether VS Code's own store in the browser has this window's open editors, and no other ones. */
  async #isWrittenDown() {
    const [tabs, windows] = await Promise.all([this.tabs(), this.page.evaluate(keptEditors)]);
    return windows.some(
      (kept) =>
        kept.length === tabs.length && tabs.every((label) => kept.some((editor) => editor.includes(label))),
    );
  }

  /**
   * Opens the palette with F1, types a command's title and presses Enter on it.
   *
   * @param {string} title as the palette shows it, "TinyML: Train Sine Model"
   * @returns {Promise<number>} when Enter was pressed, in milliseconds since the epoch
   */
  async palette(title) {
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    for (let attempt = 0; ; attempt++) {
      await this.typeIntoPalette(title);
      try {
        await row.waitFor({ timeout: 4000 });
        break;
      } catch (error) {
        // A window that is still starting does not know every command yet.
        if (attempt === 7) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    const enter = Date.now();
    await row.click();
    return enter;
  }

  /**
   * What the palette offers for a text.
   *
   * @param {string} text
   * @returns {Promise<string[]>}
   */
  async paletteOffers(text) {
    await this.typeIntoPalette(text);
    await sleep(800);
    const rows = await this.page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
    await this.page.keyboard.press('Escape');
    return rows.map((row) => row.replace(/\s+/g, ' ').trim());
  }

  /** @param {string} text */
  async typeIntoPalette(text) {
    const input = this.page.locator('.quick-input-widget input.input');
    for (let attempt = 0; ; attempt++) {
      await this.page.keyboard.press('F1');
      try {
        await input.waitFor({ state: 'visible', timeout: 3000 });
        await input.fill(`>${text}`, { timeout: 3000 });
        return;
      } catch (error) {
        // A window that is still starting swallows the first key, or closes the palette when it moves the focus.
        if (attempt === 5) throw error;
      }
    }
  }

  /**
   * The document of one of our pages, found by the script it runs.
   *
   * @param {string} bundle "training", "plot"
   * @param {number} [limitMs]
   * @returns {Promise<Frame>}
   */
  async webview(bundle, limitMs = stepLimitMs) {
    const end = Date.now() + limitMs;
    for (;;) {
      for (const frame of this.page.frames()) {
        if (await this.#runs(frame, bundle)) return frame;
      }
      if (Date.now() > end) throw new Error(`No page "${bundle}" was open within ${limitMs / 1000} s.`);
      await sleep(100);
    }
  }

  /**
   * @param {Frame} frame
   * @param {string} bundle
   */
  async #runs(frame, bundle) {
    if (frame.isDetached() || frame === this.page.mainFrame()) return false;
    try {
      return (await frame.locator(`script[src$="/webview/${bundle}.js"]`).count()) > 0;
    } catch {
      // The frame went away while we asked.
      return false;
    }
  }

  /** @returns {Promise<string[]>} the texts of the notifications that are shown */
  async notifications() {
    const texts = await this.page.locator('.notification-list-item-message').allInnerTexts();
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }

  /**
   * Waits for a notification.
   *
   * @param {RegExp} text
   * @param {number} [limitMs]
   * @returns {Promise<string>}
   */
  async notification(text, limitMs = stepLimitMs) {
    const item = this.page.locator('.notification-list-item-message').filter({ hasText: text }).first();
    try {
      await item.waitFor({ timeout: limitMs });
    } catch {
      const shown = (await this.notifications()).join(' | ') || 'none';
      throw new Error(`No notification matched ${String(text)} within ${limitMs / 1000} s; shown: ${shown}`);
    }
    return (await item.innerText()).trim();
  }

  /**
   * Presses a button of a notification or of a modal dialog.
   *
   * @param {RegExp} label
   */
  async pressButton(label) {
    const button = this.page
      .locator(
        '.notifications-toasts .monaco-button, .notifications-center .monaco-button, .monaco-dialog-box .monaco-button',
      )
      .filter({ hasText: label })
      .first();
    await button.click({ timeout: stepLimitMs });
  }

  /**
   * Right-click on a file of the explorer and a click on an entry of its menu.
   *
   * @param {string} fileName
   * @param {RegExp} entry
   */
  async explorerMenu(fileName, entry) {
    const file = this.page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ hasText: fileName })
      .first();
    if (!(await file.isVisible())) await this.palette('View: Show Explorer');
    await file.waitFor({ timeout: stepLimitMs });
    const item = this.page.locator('.context-view .action-label').filter({ hasText: entry }).first();
    for (let attempt = 0; ; attempt++) {
      await file.click({ button: 'right' });
      try {
        // An explorer that is just reading a folder anew may swallow the click.
        await item.waitFor({ timeout: stepLimitMs / 4 });
        // A menu takes no click in its first moments, so that the click that opened it does not choose something.
        await sleep(400);
        await item.click({ timeout: stepLimitMs / 4 });
        await item.waitFor({ state: 'hidden', timeout: 3000 });
        return;
      } catch (error) {
        if (attempt === 3) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  async clearNotifications() {
    await this.palette('Notifications: Clear All Notifications');
  }

  /**
   * Types a path into VS Code's own file dialog and confirms it.
   *
   * @param {string} path
   */
  async chooseInFileDialog(path) {
    const input = this.page.locator('.quick-input-widget input.input');
    const end = Date.now() + stepLimitMs;
    const value = () => input.inputValue({ timeout: stepLimitMs });
    // What is still open may be the palette; the dialog proposes a path, and does so once more when it has read its folder.
    while (!/^(\/|[A-Za-z]:)/.test(await value()) && Date.now() < end) await sleep(50);
    do {
      await input.fill(path);
      await sleep(400);
    } while (!(await value()).startsWith(path) && Date.now() < end);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden', timeout: stepLimitMs });
  }

  /** @returns {Promise<string>} the text of the modal dialog that waits for an answer */
  async dialog() {
    const box = this.page.locator('.monaco-dialog-box');
    await box.waitFor({ timeout: stepLimitMs });
    return (await box.innerText()).trim();
  }

  /** @returns {Promise<string[]>} labels of the open editors' tabs */
  async tabs() {
    return this.page.locator('.tab .label-name').allInnerTexts();
  }

  async closeActiveEditor() {
    await this.palette('View: Close Editor');
  }

  /** @param {string} path */
  async screenshot(path) {
    await this.page.screenshot({ path });
  }
}

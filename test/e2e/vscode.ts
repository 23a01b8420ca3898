/** A real VS Code for one test file: server, browser and window, with the packed extension and the driver beside it. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as vscodeApi from 'vscode';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { CodeServer } from '../../scripts/install/codeServer.mjs';
import { resultsFolder } from '../../scripts/paths.mjs';
import { launchBrowser, windowSize } from '../../scripts/vscode/browser.mjs';
import { startCodeServer, type RunningCodeServer } from '../../scripts/vscode/codeServerProcess.mjs';
import { createProfile, removeProfile, speak, type Profile } from '../../scripts/vscode/profile.mjs';
import { Workbench } from '../../scripts/vscode/workbench.mjs';
import { Workspace } from './workspace';

const tools = inject('tools');

/** `describe` for tests that need the real VS Code; why they are skipped was printed by the set-up. */
export const describeVSCode = describe.skipIf(!tools.ready);

/** Colour themes in which every page must look right. */
export const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  highContrast: 'Default High Contrast',
} as const;

export interface VSCodeOptions {
  /** Folder to open; none for a window without a folder. */
  readonly folder?: string;
  readonly locale?: 'en' | 'zh-cn';
  readonly theme?: string;
  /** 'ask': folders start untrusted, as on a person's machine. */
  readonly trust?: 'everything' | 'ask';
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A folder of extensions other than that of all tests. */
  readonly extensions?: string;
  /** Another VS Code than the newest. */
  readonly codeServer?: CodeServer;
}

/** What a function sent to the extension host gets: `memory` lasts until the window is reloaded. */
export interface Inside {
  readonly vscode: typeof vscodeApi;
  readonly memory: Record<string, unknown>;
  readonly require: (id: string) => unknown;
}

const hostLimitMs = 60_000;

/** What runs while the window is open. */
interface Running {
  readonly profile: Profile;
  readonly server: RunningCodeServer;
  readonly browser: Browser;
  readonly page: Page;
  readonly window: Workbench;
}

/**
 * A window on a new folder for all tests of a `describe`: opened before the first one, closed after the last.
 *
 * @param prepare fills the folder before the window is opened, and says how to open it
 */
export function openWindow(
  prepare: (workspace: Workspace) => VSCodeOptions | Promise<VSCodeOptions> = () => ({}),
): {
  readonly vscode: VSCode;
  readonly workspace: Workspace;
} {
  const workspace = new Workspace();
  const vscode = new VSCode();
  beforeAll(async () => {
    await vscode.open({ folder: workspace.folder, ...(await prepare(workspace)) });
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });
  return { vscode, workspace };
}

export class VSCode {
  /** What our pages threw and nobody caught. */
  private readonly pageErrors: string[] = [];
  private opened: Running | undefined;

  static async start(options: VSCodeOptions = {}): Promise<VSCode> {
    const vscode = new VSCode();
    await vscode.open(options);
    return vscode;
  }

  async open(options: VSCodeOptions = {}): Promise<void> {
    if (!tools.ready) throw new Error(tools.reason);
    const { folder, locale = 'en', theme = themes.dark, trust = 'everything', settings = {} } = options;
    const profile = createProfile({
      extensions: options.extensions ?? tools.extensions,
      theme,
      locale,
      // The question whether to trust a folder would cover the window; the folder stays untrusted without it.
      settings: { 'security.workspace.trust.startupPrompt': 'never', ...settings },
    });
    const env = { TINYML_DRIVER_FILE: join(profile.folder, 'driver.address') };
    const server = await startCodeServer(options.codeServer ?? tools.codeServer, profile, { trust, env });
    const browser = await launchBrowser(tools.chromium);
    const page = await browser.newPage({
      viewport: windowSize,
      locale: locale === 'zh-cn' ? 'zh-CN' : 'en-US',
    });
    this.opened = { profile, server, browser, page, window: new Workbench(page) };
    page.on('pageerror', ({ message, stack = '' }) => {
      if (stack.includes('tinyml-workbench')) this.pageErrors.push(`${message}\n${stack}`);
    });
    try {
      await this.window.open(server.address, folder);
      await this.hostReady();
    } catch (error) {
      await this.screenshot('start-failed');
      await this.close();
      throw error;
    }
  }

  get page(): Page {
    return this.running.page;
  }

  /** The window, as a person uses it. */
  get window(): Workbench {
    return this.running.window;
  }

  /** Another window, of the same server and profile, on another folder. */
  async openFolder(folder: string | undefined): Promise<void> {
    this.forgetHost();
    await this.window.open(this.running.server.address, folder);
    await this.hostReady();
  }

  async reload(options: { readonly atOnce?: boolean } = {}): Promise<void> {
    this.forgetHost();
    await this.window.reload(options);
    await this.hostReady();
  }

  /**
   * Runs a function in the extension host, beside the extension. It is sent as text: it sees its parameters and nothing else.
   */
  async inHost<Args extends readonly unknown[], Result>(
    work: (inside: Inside, ...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const response = await fetch(readFileSync(this.driverFile, 'utf8'), {
      method: 'POST',
      body: JSON.stringify({ source: work.toString(), args }),
    });
    const answer = (await response.json()) as
      { readonly ok: true; readonly value: Result } | { readonly ok: false; readonly message: string };
    if (!answer.ok) throw new Error(answer.message);
    return answer.value;
  }

  /** A command by its id, as the palette cannot call it: with arguments, and waiting for its end. */
  async execute(command: string, ...args: readonly unknown[]): Promise<void> {
    await this.inHost(
      async ({ vscode }, id: string, rest: readonly unknown[]) => {
        await vscode.commands.executeCommand(id, ...rest);
      },
      command,
      args,
    );
  }

  /** A command that takes a file, as the menus call it. */
  async executeOn(command: string, path: string): Promise<void> {
    await this.inHost(
      async ({ vscode }, id: string, file: string) => {
        await vscode.commands.executeCommand(id, vscode.Uri.file(file));
      },
      command,
      path,
    );
  }

  /** The same, not waited for: it may ask something first. */
  async startOn(command: string, path: string): Promise<void> {
    await this.inHost(
      ({ vscode }, id: string, file: string) => {
        void vscode.commands.executeCommand(id, vscode.Uri.file(file));
      },
      command,
      path,
    );
  }

  /** At once; the palette takes a second. */
  async clearNotifications(): Promise<void> {
    await this.execute('notifications.clearAll');
  }

  async set(setting: string, value: unknown): Promise<void> {
    await this.inHost(
      async ({ vscode }, key: string, wanted: unknown) => {
        await vscode.workspace.getConfiguration().update(key, wanted, vscode.ConfigurationTarget.Global);
      },
      setting,
      value,
    );
  }

  /** VS Code asks for the language once, when a window is loaded. */
  async reloadIn(locale: 'zh-cn'): Promise<void> {
    speak(this.running.profile, locale);
    await this.reload();
  }

  /** Resolves when every page has the theme and has had the time to draw in it. */
  async setTheme(theme: string): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt++) {
      await this.set('workbench.colorTheme', theme);
      const end = Date.now() + 5000;
      while ((await this.otherThemes(theme)).length > 0 && Date.now() < end) await sleep(50);
      await sleep(300);
      if ((await this.otherThemes(theme)).length === 0) return;
      // Where the system's theme changed a moment ago, VS Code may go back to the one that it had then.
      await this.set('workbench.colorTheme', undefined);
    }
    await this.set('workbench.colorTheme', theme);
  }

  /** Saves a picture to test-results/e2e/. */
  async screenshot(name: string): Promise<string> {
    const folder = join(resultsFolder, 'e2e');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.window.screenshot(path);
    return path;
  }

  /** Ends everything. @throws Error when one of our pages threw */
  async close(): Promise<void> {
    // A window that could not be opened has been closed already.
    if (!this.opened) return;
    const { browser, server, profile } = this.opened;
    this.opened = undefined;
    await browser.close();
    await server.stop();
    removeProfile(profile);
    if (this.pageErrors.length > 0)
      throw new Error(`A page threw:\n${this.pageErrors.slice(0, 3).join('\n')}`);
  }

  /** Themes that pages have instead of the one they should have. */
  private async otherThemes(theme: string): Promise<readonly string[]> {
    const ofPage = `document.body?.dataset.vscodeThemeId ?? ''`;
    const themes = await Promise.all(
      this.page.frames().map((frame) => frame.evaluate<string>(ofPage).catch(() => '')),
    );
    // Newer versions of VS Code say "Dark Modern" for "Default Dark Modern".
    return themes.filter((found) => !theme.endsWith(found));
  }

  private get running(): Running {
    if (!this.opened) throw new Error('No window is open.');
    return this.opened;
  }

  private get driverFile(): string {
    return join(this.running.profile.folder, 'driver.address');
  }

  private forgetHost(): void {
    rmSync(this.driverFile, { force: true });
  }

  private async hostReady(): Promise<void> {
    const end = Date.now() + hostLimitMs;
    while (!existsSync(this.driverFile)) {
      if (Date.now() > end)
        throw new Error(`The extension host did not start:\n${this.running.server.log()}`);
      await sleep(100);
    }
  }
}

/** A real VS Code for one test file: server, browser and window, with the packed extension and the driver beside it. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as vscodeApi from 'vscode';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import type { CodeServer } from '../../scripts/install/codeServer.mjs';
import { resultsFolder } from '../../scripts/paths.mjs';
import { launchBrowser, windowSize } from '../../scripts/vscode/browser.mjs';
import { startCodeServer, type RunningCodeServer } from '../../scripts/vscode/codeServerProcess.mjs';
import { createProfile, removeProfile, type Profile } from '../../scripts/vscode/profile.mjs';
import { Workbench } from '../../scripts/vscode/workbench.mjs';

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

export class VSCode {
  /** What our pages threw and nobody caught. */
  private readonly pageErrors: string[] = [];

  private constructor(
    private readonly profile: Profile,
    private readonly server: RunningCodeServer,
    private readonly browser: Browser,
    readonly page: Page,
    readonly window: Workbench,
  ) {
    page.on('pageerror', ({ message, stack = '' }) => {
      if (stack.includes('tinyml-workbench')) this.pageErrors.push(`${message}\n${stack}`);
    });
  }

  static async start(options: VSCodeOptions = {}): Promise<VSCode> {
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
    const vscode = new VSCode(profile, server, browser, page, new Workbench(page));
    try {
      await vscode.window.open(server.address, folder);
      await vscode.hostReady();
    } catch (error) {
      await vscode.screenshot('start-failed');
      await vscode.close();
      throw error;
    }
    return vscode;
  }

  /** Another window, of the same server and profile, on another folder. */
  async openFolder(folder: string | undefined): Promise<void> {
    this.forgetHost();
    await this.window.open(this.server.address, folder);
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

  async set(setting: string, value: unknown): Promise<void> {
    await this.inHost(
      async ({ vscode }, key: string, wanted: unknown) => {
        await vscode.workspace.getConfiguration().update(key, wanted, vscode.ConfigurationTarget.Global);
      },
      setting,
      value,
    );
  }

  /** Resolves when every page has the theme and has had the time to draw in it. */
  async setTheme(theme: string): Promise<void> {
    await this.set('workbench.colorTheme', theme);
    await expect.poll(() => this.otherThemes(theme), { timeout: 20_000 }).toEqual([]);
    await sleep(300);
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
    await this.browser.close();
    await this.server.stop();
    removeProfile(this.profile);
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

  private get driverFile(): string {
    return join(this.profile.folder, 'driver.address');
  }

  private forgetHost(): void {
    rmSync(this.driverFile, { force: true });
  }

  private async hostReady(): Promise<void> {
    const end = Date.now() + hostLimitMs;
    while (!existsSync(this.driverFile)) {
      if (Date.now() > end) throw new Error(`The extension host did not start:\n${this.server.log()}`);
      await sleep(100);
    }
  }
}

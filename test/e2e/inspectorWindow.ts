/** The inspector's pages in a real VS Code, used as a person does: files opened, tabs shown, pictures of the screen saved. */
import type { Frame, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { VSCode } from './vscode';
import type { Workspace } from './workspace';

export type TabName = 'operators' | 'graph' | 'tensors' | 'feeding' | 'size';

/** One of ours, as VS Code lists it. */
export interface ListedProblem {
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly place: readonly [line: number, start: number, end: number];
}

export class InspectorWindow {
  constructor(
    readonly vscode: VSCode,
    readonly workspace: Workspace,
  ) {}

  async open(name: string): Promise<Frame> {
    await this.openBy('vscode.open', name);
    return this.page();
  }

  /** A command that takes a file of the workspace. */
  openBy(command: string, name: string): Promise<void> {
    return this.vscode.inHost(
      async ({ vscode: api }, id: string, path: string) => {
        await api.commands.executeCommand(id, api.Uri.file(path));
      },
      command,
      this.workspace.path(name),
    );
  }

  /** The page that is shown, once it shows something. */
  async page(): Promise<Frame> {
    const page = await this.vscode.window.webview('inspector');
    await page.locator('[role=tab], [role=alert]').first().waitFor();
    return page;
  }

  /** Every inspector that is shown, from left to right. */
  async pages(count: number): Promise<readonly Frame[]> {
    let found: readonly { readonly page: Frame; readonly left: number }[] = [];
    await expect.poll(async () => (found = await this.shownPages()).length, { timeout: 30_000 }).toBe(count);
    return [...found].sort((a, b) => a.left - b.left).map(({ page }) => page);
  }

  /** Problems of ours for a file of the workspace. */
  problems(name: string): Promise<readonly ListedProblem[]> {
    return this.vscode.inHost(
      ({ vscode: api }, path: string) =>
        api.languages
          .getDiagnostics(api.Uri.file(path))
          .filter(({ source }) => source === 'TinyML')
          .map(({ code, severity, message, range }) => ({
            code: typeof code === 'object' ? String(code.value) : String(code),
            severity,
            message,
            place: [range.start.line, range.start.character, range.end.character] as const,
          })),
      this.workspace.path(name),
    );
  }

  async closeAll(): Promise<void> {
    await this.vscode.execute('workbench.action.closeAllEditors');
    await expect
      .poll(() => this.vscode.page.frames().filter((frame) => frame.url().includes('/webview')).length)
      .toBe(0);
  }

  /** Confirms the place that VS Code's file dialog proposes. Answers with its path. */
  async confirmFileDialog(ending: string): Promise<string> {
    const input = this.vscode.page.locator('.quick-input-widget input.input');
    await input.waitFor({ state: 'visible', timeout: 30_000 });
    await expect.poll(() => input.inputValue(), { timeout: 30_000 }).toMatch(new RegExp(`\\.${ending}$`));
    const path = await input.inputValue();
    // The dialog takes no answer before it has read its folder.
    await expect
      .poll(
        async () => {
          await this.vscode.page.keyboard.press('Enter');
          return input.isVisible();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(false);
    return path;
  }

  private async shownPages(): Promise<{ page: Frame; left: number }[]> {
    const found: { page: Frame; left: number }[] = [];
    for (const page of this.vscode.page.frames()) {
      try {
        const isOurs = (await page.locator('script[src$="/webview/inspector.js"]').count()) > 0;
        if (!isOurs || (await page.locator('[role=tab]').count()) === 0) continue;
        const outer = await page.parentFrame()?.frameElement();
        found.push({ page, left: (await outer?.boundingBox())?.x ?? 0 });
      } catch {
        // The frame went away while we asked.
      }
    }
    return found;
  }
}

export async function showTab(page: Frame, tab: TabName): Promise<Locator> {
  await page.locator(`#tab-${tab}`).click();
  const panel = page.locator(`#panel-${tab}`);
  await panel.waitFor({ state: 'visible' });
  await expect.poll(async () => (await panel.innerText()).trim().length).toBeGreaterThan(0);
  return panel;
}

/** Types `t12` or `op7` into the box for it. */
export async function jump(page: Frame, place: string): Promise<void> {
  await page.locator('input.jump').fill(place);
  await page.locator('input.jump').press('Enter');
  await page.locator('.details h2:visible', { hasText: new RegExp(`^${place} `) }).waitFor();
}

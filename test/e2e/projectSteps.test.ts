/** From the palette to the report with the keyboard alone, the engine's stand-in, a costly training, the walkthrough. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import manifest from '../../package.json';
import { root } from '../../scripts/paths.mjs';
import { describeVSCode, themes, VSCode } from './vscode';
import { Workspace } from './workspace';

interface ProjectText {
  readonly data: object;
  readonly models: readonly { readonly layers: readonly object[] }[];
}

describeVSCode('projects and steps, in one window', () => {
  const workspace = new Workspace();
  let vscode: VSCode;
  beforeAll(async () => {
    vscode = await VSCode.start({ folder: workspace.folder });
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });

  /** F1, the title, Enter: no pointer. */
  async function press(title: string): Promise<void> {
    await vscode.window.typeIntoPalette(title);
    const row = vscode.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    await row.waitFor({ timeout: 20_000 });
    await vscode.page.keyboard.press('Enter');
  }

  const activeFile = (): Promise<string> =>
    vscode.inHost(({ vscode: api }) => api.window.activeTextEditor?.document.uri.path ?? '');

  it('goes from the palette to the report with the keyboard alone', async () => {
    await press('TinyML: New Project File');
    await expect.poll(activeFile, { timeout: 20_000 }).toMatch(/\/tinyml\.json$/);
    await press('TinyML: Train Model…');
    await vscode.window.notification(/is trained/, 60_000);
    await press('Notifications: Clear All Notifications');
    await press('Go to File...');
    const input = vscode.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await vscode.page.keyboard.type('report.md');
    await vscode.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: 'report.md' })
      .first()
      .waitFor();
    await vscode.page.keyboard.press('Enter');
    await expect.poll(activeFile, { timeout: 20_000 }).toMatch(/sine_model\/report\.md$/);
  });

  it('has made the bytes that the terminal makes of the same file', () => {
    const terminal = new Workspace();
    const out = terminal.path('out');
    const args = ['train', workspace.path('tinyml.json'), '--out', out];
    execFileSync(process.execPath, [join(root, 'dist', 'cli.js'), ...args]);
    const [made, expected] = [workspace.files('sine_model'), terminal.files('out')];
    terminal.remove();
    expect(expected.size).toBeGreaterThanOrEqual(14);
    for (const [path, bytes] of expected) expect(made.get(path)?.equals(bytes), path).toBe(true);
  });

  it('trains with TensorFlow.js where the native engine is missing, and says so once', async () => {
    const project = JSON.parse(readFileSync(workspace.path('tinyml.json'), 'utf8')) as ProjectText;
    const models = project.models.slice(0, 1).map((model) => ({ ...model, epochs: 3 }));
    mkdirSync(workspace.path('short'));
    writeFileSync(workspace.path('short/tinyml.json'), JSON.stringify({ ...project, name: 'short', models }));
    await vscode.set('tinyml.engine', 'tensorflow');
    const train = (): Promise<void> =>
      vscode.inHost(async ({ vscode: api }, path: string) => {
        await api.commands.executeCommand('tinyml.trainModel', api.Uri.file(path));
      }, workspace.path('short/tinyml.json'));
    try {
      await train();
      await vscode.window.notification(/TensorFlow\.js/);
      await vscode.screenshot('engine-notice');
      const page = await vscode.window.webview('training');
      await expect.poll(() => page.locator('body').innerText()).toMatch(/tfjs \d+\.\d+\.\d+/);
      await vscode.window.clearNotifications();
      await train();
      await vscode.window.notification(/is trained/);
      expect((await vscode.window.notifications()).join('\n')).not.toMatch(/TensorFlow\.js/);
    } finally {
      await vscode.set('tinyml.engine', undefined);
      await vscode.window.clearNotifications();
    }
  });

  it('asks before 10,000 neurons, with size and time, and Cancel trains nothing', async () => {
    const project = JSON.parse(readFileSync(workspace.path('tinyml.json'), 'utf8')) as ProjectText;
    const [model] = project.models;
    const layers = [{ type: 'dense', units: 10_000, activation: 'relu' }, model?.layers.at(-1)];
    mkdirSync(workspace.path('wide'));
    writeFileSync(
      workspace.path('wide/tinyml.json'),
      JSON.stringify({ ...project, name: 'wide', models: [{ ...model, layers }] }),
    );
    await vscode.inHost(({ vscode: api }, path: string) => {
      void api.commands.executeCommand('tinyml.trainModel', api.Uri.file(path));
    }, workspace.path('wide/tinyml.json'));
    expect(await vscode.window.dialog()).toMatch(/30,001 parameters: about 117 KB of weights, in/);
    await vscode.screenshot('costly');
    await vscode.window.pressButton(/^Cancel$/);
    await vscode.page.locator('.monaco-dialog-box').waitFor({ state: 'hidden' });
    expect([...workspace.files('wide').keys()]).toEqual(['tinyml.json']);
  });

  it('has a walkthrough that looks right in three themes, whose commands all exist', async () => {
    rmSync(workspace.path('wide'), { recursive: true });
    const [walkthrough] = manifest.contributes.walkthroughs;
    const id = `${manifest.publisher}.${manifest.name}#${walkthrough?.id ?? ''}`;
    await vscode.execute('workbench.action.closeAllEditors');
    await vscode.execute('workbench.action.openWalkthrough', id, false);
    const steps = vscode.page.locator('.getting-started-step');
    await expect.poll(() => steps.count(), { timeout: 20_000 }).toBe(walkthrough?.steps.length);
    for (const [name, theme] of Object.entries(themes)) {
      await vscode.setTheme(theme);
      await vscode.screenshot(`walkthrough-${name}`);
    }
    await vscode.setTheme(themes.dark);
    const commands = await vscode.inHost(async ({ vscode: api }) => await api.commands.getCommands(true));
    const buttons = walkthrough?.steps.flatMap((step) => step.completionEvents) ?? [];
    for (const event of buttons) expect(commands).toContain(event.replace('onCommand:', ''));
  });
});

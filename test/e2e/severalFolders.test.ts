/** A window with several folders: results go to that of the file that a person works on. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeVSCode, openWindow } from './vscode';

const limitMs = 20_000;

describeVSCode('a workspace of several folders', () => {
  const { vscode, workspace } = openWindow((made) => {
    for (const name of ['first', 'second']) {
      mkdirSync(made.path(name));
      writeFileSync(made.path(`${name}/notes.md`), `${name}\n`);
    }
    const folder = made.path('both.code-workspace');
    writeFileSync(folder, JSON.stringify({ folders: [{ path: 'first' }, { path: 'second' }] }));
    return { folder };
  });
  const trainWith = async (name: string): Promise<void> => {
    await vscode.executeOn('vscode.open', workspace.path(`${name}/notes.md`));
    const active = (): Promise<string | undefined> =>
      vscode.inHost(({ vscode: api }) => api.window.activeTextEditor?.document.uri.path);
    await expect.poll(active, { timeout: limitMs }).toContain(`/${name}/notes.md`);
    await vscode.window.palette('TinyML: Train Sine Model');
    await workspace.fileAppears(`${name}/sine_model/tinyml.json`, limitMs);
    await vscode.window.notification(/model_2/);
  };

  it('trains into the folder of the open file, and into no other', async () => {
    await trainWith('second');
    expect([...workspace.files('first').keys()]).toEqual(['notes.md']);
  });

  it('trains again into the folder of the last run, where the page is what is open', async () => {
    const page = await vscode.window.webview('training');
    rmSync(workspace.path('second/sine_model'), { recursive: true });
    const again = page.getByRole('button', { name: 'Train Again' });
    await again.click();
    await workspace.fileAppears('second/sine_model/tinyml.json', limitMs);
    // While one training is under way there is no other.
    await expect.poll(() => again.isEnabled(), { timeout: limitMs }).toBe(true);
    expect([...workspace.files('first').keys()]).toEqual(['notes.md']);
  });

  it('goes over to another folder with the file that is opened next', async () => {
    await trainWith('first');
  });
});

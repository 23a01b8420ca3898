import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeReadOnly } from './readOnlyFolder';
import { describeVSCode, VSCode } from './vscode';
import { Workspace } from './workspace';

const aModel = 'sine_model_int8.tflite';

describeVSCode('what stands in the way of the files', () => {
  let workspace = new Workspace();
  let vscode: VSCode;

  beforeAll(async () => {
    vscode = await VSCode.start({ folder: workspace.folder });
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });
  beforeEach(async () => {
    await vscode.window.clearNotifications();
  });
  afterEach(async () => {
    await vscode.set('tinyml.outputFolder', undefined);
  });

  it('a changed main.cc: asks once, and each answer does what it says', async () => {
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/is trained/);
    const program = workspace.path('sine_model/main.cc');
    const ours = readFileSync(program, 'utf8');
    const theirs = '// My own program.\n';

    writeFileSync(program, theirs);
    writeFileSync(workspace.path('sine_model/draw.py'), '# mine too\n');
    await vscode.window.clearNotifications();
    await vscode.window.palette('TinyML: Train Sine Model');
    expect(await vscode.window.dialog()).toMatch(/2 files in sine_model were .*changed since/);
    await vscode.screenshot('obstacle-changed-file');
    await vscode.window.pressButton(/^Cancel$/);
    await vscode.window.notification(/Nothing was written to sine_model; the files are kept in memory/);
    expect(readFileSync(program, 'utf8')).toBe(theirs);

    await vscode.window.clearNotifications();
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.dialog();
    await vscode.window.pressButton(/^Keep Mine/);
    expect(await vscode.window.notification(/Left as you changed them/)).toMatch(/main\.cc/);
    expect(readFileSync(program, 'utf8')).toBe(theirs);

    await vscode.window.clearNotifications();
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.dialog();
    await vscode.window.pressButton(/^Overwrite$/);
    await vscode.window.notification(/is trained/);
    expect(readFileSync(program, 'utf8')).toBe(ours);
  });

  it('an output folder outside the workspace: says which setting is wrong and writes nothing there', async () => {
    await vscode.set('tinyml.outputFolder', '../x');
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(
      /"tinyml\.outputFolder" names "\.\.\/x", which leads out of the workspace/,
    );
    expect(existsSync(join(workspace.folder, '..', 'x'))).toBe(false);
    await vscode.screenshot('obstacle-folder-leaves');
  });

  it.each([
    ['in its place', 'link', 'link'],
    ['in the place of a folder of ours', 'linked/report', 'linked'],
  ])('a symbolic link that leads out of the workspace, %s: the same', async (_, link, outputFolder) => {
    const elsewhere = new Workspace();
    mkdirSync(dirname(workspace.path(link)), { recursive: true });
    symlinkSync(elsewhere.folder, workspace.path(link));
    await vscode.set('tinyml.outputFolder', outputFolder);
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/is a symbolic link/);
    expect(elsewhere.files().size).toBe(0);
    elsewhere.remove();
  });

  it('a read-only folder: says so, keeps the files in memory, and Save to… brings them elsewhere', async () => {
    mkdirSync(workspace.path('locked'));
    const locked = makeReadOnly(workspace.path('locked'));
    try {
      if (!locked.holds) throw new Error('This file system cannot forbid writing.');
      await vscode.set('tinyml.outputFolder', 'locked');
      await vscode.window.palette('TinyML: Train Sine Model');
      await vscode.window.notification(/locked.*(may not|not allowed|cannot|read-only|permission)/i);
      await vscode.screenshot('obstacle-read-only');
      expect(workspace.files('locked').size).toBe(0);

      const elsewhere = new Workspace();
      await vscode.window.pressButton(/^Save to…$/);
      await vscode.window.chooseInFileDialog(elsewhere.folder);
      await elsewhere.fileAppears('.tinyml/files.json', 20_000);
      expect([...elsewhere.files().keys()]).toContain(aModel);
      elsewhere.remove();
    } finally {
      locked.restore();
    }
  });

  it('a file where the folder should be: says so and keeps the files in memory', async () => {
    writeFileSync(workspace.path('notes.txt'), 'mine');
    await vscode.set('tinyml.outputFolder', 'notes.txt');
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/notes\.txt.*file/);
    expect(readFileSync(workspace.path('notes.txt'), 'utf8')).toBe('mine');
  });

  it('no folder open: trains all the same, and the files survive a reload until they are saved', async () => {
    await vscode.openFolder(undefined);
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/No folder is open, so the files are kept in memory/);
    await vscode.screenshot('obstacle-no-folder');
    await vscode.reload();
    await vscode.window.palette('TinyML: Show Training Page');
    const page = await vscode.window.webview('training');
    workspace.remove();
    workspace = new Workspace();
    await page.locator('vscode-button', { hasText: 'Save to…' }).click();
    await vscode.window.chooseInFileDialog(workspace.folder);
    await workspace.fileAppears('.tinyml/files.json', 20_000);
    expect([...workspace.files().keys()]).toContain(aModel);
  });
});

describeVSCode('an untrusted workspace', () => {
  const workspace = new Workspace();
  let vscode: VSCode;
  beforeAll(async () => {
    vscode = await VSCode.start({ folder: workspace.folder, trust: 'ask' });
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });

  it('gets no file: the models are trained, kept in memory, and can be saved by hand', async () => {
    expect(await vscode.inHost(({ vscode: api }) => api.workspace.isTrusted)).toBe(false);
    await vscode.window.palette('TinyML: Train Sine Model');
    await vscode.window.notification(/This workspace is not trusted, so nothing was written to it/);
    await vscode.screenshot('obstacle-untrusted');
    expect(workspace.files().size).toBe(0);
    const elsewhere = new Workspace();
    await vscode.window.pressButton(/^Save to…$/);
    await vscode.window.chooseInFileDialog(elsewhere.folder);
    await elsewhere.fileAppears('.tinyml/files.json', 20_000);
    expect([...elsewhere.files().keys()]).toContain(aModel);
    elsewhere.remove();
  });
});

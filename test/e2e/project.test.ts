import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeVSCode, VSCode } from './vscode';
import { Workspace } from './workspace';

interface Told {
  readonly line: number;
  readonly message: string;
  readonly source: string;
}

describeVSCode('tinyml.json and the steps', () => {
  const workspace = new Workspace();
  let vscode: VSCode;
  beforeAll(async () => {
    mkdirSync(workspace.path('line'));
    const rows = Array.from({ length: 60 }, (_, x) => `${x},${2 * x + 1}`);
    writeFileSync(workspace.path('line/points.csv'), `x,y\n${rows.join('\n')}\n`);
    vscode = await VSCode.start({ folder: workspace.folder });
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });

  const problems = (path: string): Promise<readonly Told[]> =>
    vscode.inHost(
      ({ vscode: api }, file: string) =>
        api.languages.getDiagnostics(api.Uri.file(file)).map(({ range, message, source = '' }) => ({
          line: range.start.line + 1,
          message,
          source,
        })),
      path,
    );

  it('makes a project file that has no problem, with Train and the parameters above its text', async () => {
    await vscode.window.palette('TinyML: New Project File');
    await workspace.fileAppears('tinyml.json', 20_000);
    const path = workspace.path('tinyml.json');
    const lenses = (): Promise<readonly string[]> =>
      vscode.inHost(async ({ vscode: api }, file: string) => {
        const found = await api.commands.executeCommand<readonly { command?: { title: string } }[]>(
          'vscode.executeCodeLensProvider',
          api.Uri.file(file),
        );
        return found.map(({ command }) => command?.title ?? '');
      }, path);
    await expect
      .poll(lenses, { timeout: 20_000 })
      .toEqual(['$(play) Train', '49 parameters', '321 parameters']);
    expect(await problems(path)).toEqual([]);
    await vscode.screenshot('project-file');
  });

  it('explains its keys on hover', async () => {
    const hover = (): Promise<string> =>
      vscode.inHost(async ({ vscode: api }, file: string) => {
        const uri = api.Uri.file(file);
        const document = await api.workspace.openTextDocument(uri);
        const place = document.positionAt(document.getText().indexOf('"learningRate"') + 3);
        const found = await api.commands.executeCommand<
          readonly { readonly contents: readonly (string | { readonly value: string })[] }[]
        >('vscode.executeHoverProvider', uri, place);
        return found
          .flatMap(({ contents }) => contents)
          .map((content) => (typeof content === 'string' ? content : content.value))
          .join('\n');
      }, workspace.path('tinyml.json'));
    await expect.poll(hover, { timeout: 20_000 }).toMatch(/ten times smaller/);
  });

  it('trains it to the files of the tutorial, with the report', async () => {
    await vscode.window.palette('TinyML: Train Model…');
    await workspace.fileAppears('sine_model/.tinyml/files.json', 60_000);
    await vscode.window.notification(/is trained/);
    const own = workspace.files('sine_model');
    await vscode.set('tinyml.outputFolder', 'tutorial');
    await vscode.window.clearNotifications();
    await vscode.window.palette('TinyML: Train Sine Model');
    await workspace.fileAppears('tutorial/.tinyml/files.json', 60_000);
    const tutorial = workspace.files('tutorial');
    const expected = [...tutorial.keys()].filter(
      (path) => !['tinyml.json', '.tinyml/files.json'].includes(path),
    );
    for (const path of expected) expect(own.get(path)?.equals(tutorial.get(path)!), path).toBe(true);
    expect(own.get('report.md')!.toString()).toContain('What the Tutorial Says');
  });

  it('runs each step on the model by itself', async () => {
    const step = (command: string): Promise<unknown> =>
      vscode.inHost(
        ({ vscode: api }, id: string, file: string) => {
          void api.commands.executeCommand(id, api.Uri.file(file));
        },
        command,
        workspace.path('sine_model/sine_model.tflite'),
      );
    await step('tinyml.exportProgram');
    await workspace.fileAppears('sine_model/sine_model_program/main.cc', 20_000);
    await step('tinyml.comparePredictions');
    await workspace.fileAppears('sine_model/sine_model_predictions.csv', 20_000);
    await vscode.window.notification(/sine_model_int8: MSE/);
    await step('tinyml.runModel');
    // Scrolled to the end: the 20th line of data.csv is that of x = 2π · 19 / 1000.
    const output = vscode.page.locator('.part.panel .view-lines');
    await expect.poll(() => output.innerText(), { timeout: 20_000 }).toMatch(/0\.119381,/);
    await vscode.screenshot('run-model');
    await vscode.window.clearNotifications();
    await step('tinyml.quantizeModel');
    const how = vscode.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'int8' });
    await how.first().click();
    await vscode.screenshot('quantize');
    // The training made that very file, so that there is nothing to ask.
    await vscode.window.notification(/sine_model_int8\.tflite has/);
  });

  it('tells what is wrong with a project and with its data, each at its place', async () => {
    const path = workspace.path('line/tinyml.json');
    const project = JSON.parse(readFileSync(workspace.path('tinyml.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    const data = { source: 'csv', file: 'points.csv', inputs: ['x'], target: 'y', seed: 1 };
    const text = JSON.stringify({ ...project, name: 'line', data }, undefined, 2);
    writeFileSync(path, text.replace('"learningRate": 0.001', '"learningRate": 0'));
    const line = text.split('\n').findIndex((one) => one.includes('learningRate')) + 1;
    await vscode.inHost(async ({ vscode: api }, file: string) => {
      await api.window.showTextDocument(api.Uri.file(file));
    }, path);
    await expect.poll(() => problems(path), { timeout: 20_000 }).toMatchObject([{ line, source: 'TinyML' }]);
    await vscode.screenshot('project-problem');

    writeFileSync(path, text);
    await expect.poll(() => problems(path), { timeout: 20_000 }).toEqual([]);
    writeFileSync(workspace.path('line/points.csv'), 'x,y\n1,2\n2,three\n');
    await vscode.window.clearNotifications();
    await vscode.window.palette('TinyML: Train Model…');
    await vscode.window.notification(/points\.csv, line 3: "three" in column "y"/);
    expect(existsSync(workspace.path('line/line'))).toBe(false);
  });
});

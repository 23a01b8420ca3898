/** tinyml.json in the editor: what is said of it, proposed for it, wrong with it, and what it is trained to. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import schema from '../../schemas/tinyml.schema.json';
import { projectJson } from '../../src/core/project/projectJson';
import type { CsvSource, Project } from '../../src/core/project/project';
import { sineProject } from '../../src/core/project/sineProject';
import { Interpreter } from '../../src/core/runtime/interpreter';
import { readModel } from '../../src/core/tflite/read';
import { activeFile, itTellsWhatIsWrong, problemsOf } from './projectDeeds';
import { expectBytesOfTerminal } from './terminalBytes';
import { completions, hover, lenses } from './textEditor';
import { TrainingPage } from './trainingPage';
import { describeVSCode, openWindow } from './vscode';

describeVSCode('tinyml.json', () => {
  const { vscode, workspace } = openWindow();
  const page = new TrainingPage(vscode);
  const path = workspace.path('tinyml.json');

  /** A project in a folder of its own, with the columns of a file. */
  function writeProject(folder: string, project: Partial<Project>, csv?: string): void {
    mkdirSync(workspace.path(folder));
    writeFileSync(workspace.path(`${folder}/tinyml.json`), projectJson({ ...sineProject, ...project }));
    if (csv !== undefined) writeFileSync(workspace.path(`${folder}/points.csv`), csv);
  }
  const columns: CsvSource = {
    source: 'csv',
    file: 'points.csv',
    inputs: ['x'],
    target: 'y',
    seed: 1,
    normalize: 'none',
  };
  const train = (folder: string): Promise<void> =>
    vscode.startOn('tinyml.trainModel', workspace.path(`${folder}/tinyml.json`));

  it('is made without a problem, with Train and the parameters above its text', async () => {
    await vscode.window.palette('TinyML: New Project File');
    await workspace.fileAppears('tinyml.json', 20_000);
    await expect
      .poll(() => lenses(vscode, path), { timeout: 20_000 })
      .toEqual(['$(play) Train', '49 parameters', '321 parameters']);
    expect(await problemsOf(vscode, path)).toEqual([]);
    await vscode.screenshot('project-file');
  });

  it('is explained on hover and proposed while one types, in the words of its schema', async () => {
    const { training } = schema.properties;
    const { learningRate } = training.properties.optimizer.properties;
    await expect
      .poll(() => hover(vscode, path, '"learningRate"'), { timeout: 20_000 })
      .toContain(learningRate.markdownDescription);

    const empty = workspace.path('empty/tinyml.json');
    mkdirSync(workspace.path('empty'));
    writeFileSync(empty, '{\n  \n  "training": { "optimizer":  }\n}\n');
    const keys = (await completions(vscode, empty, '{\n  ')).map(({ label }) => label);
    const missing = Object.keys(schema.properties).filter((key) => key !== 'training');
    expect(keys).toEqual(expect.arrayContaining(missing));
    const optimizers = (await completions(vscode, empty, '"optimizer": ')).map(({ label }) => label);
    expect(optimizers).toEqual(expect.arrayContaining(['rmsprop', 'adam', 'sgd']));
    rmSync(workspace.path('empty'), { recursive: true });
    const losses = await completions(vscode, path, '"loss": ');
    expect(losses.map(({ label }) => label)).toEqual(
      expect.arrayContaining(training.properties.loss.examples.map((word) => `"${word}"`)),
    );
    await vscode.inHost(async ({ vscode: api }, file: string) => {
      const editor = await api.window.showTextDocument(api.Uri.file(file));
      const text = editor.document.getText();
      const place = editor.document.positionAt(text.indexOf('"activation": ') + '"activation": '.length);
      editor.selection = new api.Selection(place, place);
    }, path);
    await vscode.window.palette('Trigger Suggest');
    const rows = vscode.page.locator('.suggest-widget .monaco-list-row');
    await expect.poll(() => rows.allInnerTexts(), { timeout: 20_000 }).toContain('"linear"');
    await vscode.screenshot('project-suggest');
    await vscode.page.keyboard.press('Escape');
  });

  it('is trained by its lens to the files of the tutorial, with the report', async () => {
    await vscode.page.locator('.codelens-decoration a').filter({ hasText: 'Train' }).first().click();
    await workspace.fileAppears('sine_model/.tinyml/files.json', 60_000);
    await vscode.window.notification(/is trained/);
    const own = workspace.files('sine_model');
    await vscode.set('tinyml.outputFolder', 'tutorial');
    await vscode.clearNotifications();
    await vscode.window.palette('TinyML: Train Sine Model');
    await workspace.fileAppears('tutorial/.tinyml/files.json', 60_000);
    const tutorial = workspace.files('tutorial');
    const expected = [...tutorial.keys()].filter(
      (name) => !['tinyml.json', '.tinyml/files.json'].includes(name),
    );
    for (const name of expected) expect(own.get(name)?.equals(tutorial.get(name)!), name).toBe(true);
    expect(own.get('report.md')!.toString()).toContain('What the Tutorial Says');
  });

  itTellsWhatIsWrong(vscode, workspace);

  it('learns columns of a file, named and in the units of the file, to the bytes of the terminal', async () => {
    mkdirSync(workspace.path('plane'));
    const rows = Array.from({ length: 300 }, (_, row) => [row, (row * 37) % 100] as const);
    const flow = (hour: number, load: number): number => 3 * hour - 2 * load + 5000;
    const lines = rows.map(([hour, load]) => `${hour},${load},${flow(hour, load)}`);
    writeFileSync(workspace.path('plane/water.csv'), `hour,load,flow\n${lines.join('\n')}\n`);
    await vscode.executeOn('revealInExplorer', workspace.path('plane/water.csv'));
    await vscode.window.explorerMenu('water.csv', /New Project File/);
    await expect
      .poll(() => activeFile(vscode), { timeout: 20_000 })
      .toBe(workspace.path('plane/tinyml.json'));
    const text = readFileSync(workspace.path('plane/tinyml.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      data: {
        source: 'csv',
        file: 'water.csv',
        inputs: ['hour', 'load'],
        target: 'flow',
        normalize: 'standard',
      },
    });
    await vscode.clearNotifications();
    await train('plane');
    await vscode.window.notification(/is trained/, 60_000);
    expectBytesOfTerminal(workspace, 'plane/tinyml.json', 'plane/water_model');

    const bytes = readFileSync(workspace.path('plane/water_model/water_model.tflite'));
    const interpreter = new Interpreter(readModel(bytes));
    const errors = rows.map(([hour, load]) => {
      interpreter.inputs[0]!.data.set([hour, load]);
      interpreter.invoke();
      return Math.abs(interpreter.outputs[0]!.data[0]! - flow(hour, load));
    });
    const meanError = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    // The flow goes over 1,100; trained on values without `normalize`, such a network stays hundreds away.
    expect(meanError).toBeLessThan(30);
  });

  it('names the line of the text in a column of numbers, says that a file is empty, and writes nothing', async () => {
    writeProject('line', { data: columns }, 'x,y\n1,2\n2,three\n');
    await vscode.clearNotifications();
    await train('line');
    await vscode.window.notification(/points\.csv, line 3: "three" in column "y"/);
    writeFileSync(workspace.path('line/points.csv'), '');
    await train('line');
    // VS Code shows no more than three notifications a second; the page tells it too.
    await expect.poll(() => page.text('body'), { timeout: 20_000 }).toContain('points.csv is empty');
    expect(existsSync(workspace.path('line/sine_model'))).toBe(false);
  });

  it('says what to change where the training grows beyond every number', async () => {
    const optimizer = { name: 'sgd', learningRate: 10, momentum: 0 } as const;
    writeProject('fast', { training: { ...sineProject.training, optimizer } });
    await train('fast');
    await expect
      .poll(() => page.text('body'), { timeout: 20_000 })
      .toMatch(/grew beyond every number \(learning rate 10, .*Try a learning rate ten times smaller/);
    expect(existsSync(workspace.path('fast/sine_model'))).toBe(false);
    await vscode.screenshot('project-diverged');
  });

  it('reads a million rows in view of the person, in bounded memory', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, row) => {
      const x = (row * 7919) % 1000;
      return `${x / 10},${x / 5}`;
    });
    const [model] = sineProject.models;
    writeProject(
      'million',
      {
        data: { ...columns, normalize: 'standard' },
        training: { ...sineProject.training, batchSize: 1024 },
        models: [{ ...model!, epochs: 1 }],
      },
      `x,y\n${rows.join('\n')}\n`,
    );
    await vscode.clearNotifications();
    await vscode.inHost(({ memory }) => {
      const before = process.memoryUsage.rss();
      memory.most = 0;
      memory.watch = setInterval(() => {
        memory.most = Math.max(Number(memory.most), process.memoryUsage.rss() - before);
      }, 20);
    });
    const counted = vscode.window.notification(/points\.csv: [\d,]+ rows read/, 60_000);
    await train('million');
    console.log(await counted);
    await vscode.window.notification(/is trained/, 60_000);
    const megabytes = await vscode.inHost(({ memory }) => {
      clearInterval(memory.watch as NodeJS.Timeout);
      return Number(memory.most) / 1024 ** 2;
    });
    console.log(
      `A million rows took ${megabytes.toFixed(0)} MB of the extension host and its worker at most.`,
    );
    // The file has 11 MB, and is used as about 100 bytes a row.
    expect(megabytes).toBeLessThan(400);
  });
});

/** What a person does with the inspector's pages: exports, two editors on one file, the keyboard alone, files that are no models. */
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Model, Tensor } from '../../src/core/tflite/model';
import { readModel } from '../../src/core/tflite/read';
import { writeModel } from '../../src/core/tflite/write';
import { hasShared, sharedPath } from '../shared';
import { readCsv, readNpy } from './exportedFiles';
import { drawnIn, hasFocus, pixelsOf, viewOf } from './inBrowser.mjs';
import { InspectorWindow, jump, showTab } from './inspectorWindow';
import { describeVSCode, VSCode } from './vscode';
import { Workspace } from './workspace';

const person = 'person_detect.tflite';
const hostile = 'x_<img src=y>_=1+1.tflite';
/** Each tries something: markup, a path, a formula, a script, another writing direction, a row of its own, a whole screen. */
const hostileNames = [
  '=cmd|"/c calc"!A1',
  '../../../etc/passwd',
  '<img src=x onerror="document.title=1">',
  '</script><script>document.title=2</script>',
  '\u202Egnp.exe',
  '@SUM(1,2)\r\n=2+2',
  'x'.repeat(1_000_000),
];

describe.skipIf(!hasShared)('a person at the inspector', () => {
  describeVSCode('in the real VS Code', () => {
    const workspace = new Workspace();
    let vscode: VSCode;
    let inspector: InspectorWindow;
    let original: Model;

    beforeAll(async () => {
      copyFileSync(sharedPath(`models/${person}`), workspace.path(person));
      original = readModel(new Uint8Array(readFileSync(workspace.path(person))));
      writeFileSync(workspace.path(hostile), writeModel(hostileModel()));
      vscode = await VSCode.start({ folder: workspace.folder });
      await vscode.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      inspector = new InspectorWindow(vscode, workspace);
    });
    afterAll(async () => {
      await vscode.close();
      workspace.remove();
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await vscode.screenshot(`deeds-failed-${task.name.slice(0, 40)}`);
      await inspector.closeAll();
    });

    /** Presses a button of a page and takes the place that the file dialog proposes. */
    async function exported(page: Frame, button: string, ending: string): Promise<Buffer> {
      await page.locator('vscode-button:visible', { hasText: button }).first().click();
      const path = await inspector.confirmFileDialog(ending);
      expect(dirname(path), 'it goes beside the model').toBe(workspace.folder);
      expect(basename(path), 'a name that every system takes').toMatch(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u);
      expect(basename(path).length).toBeLessThan(120);
      await workspace.fileAppears(basename(path), 20_000);
      const bytes = readFileSync(path);
      // The next one under this name is not mistaken for it.
      rmSync(path);
      return bytes;
    }

    const clipboard = (): Promise<string> =>
      vscode.inHost(async ({ vscode: api }) => await api.env.clipboard.readText());

    it('exports a tensor as .npy and CSV, and the graph as SVG and PNG', async () => {
      const [index, tensor] = firstWeights(original);
      const codes = new Int8Array(Uint8Array.from(original.buffers[tensor.buffer]!).buffer);
      const page = await inspector.open(person);
      await jump(page, `t${index}`);

      const real = readNpy(await exported(page, 'Save .npy', 'npy'));
      expect({ descr: real.descr, shape: real.shape }).toEqual({ descr: '<f4', shape: tensor.shape });
      const expected = Array.from(codes, (code, at) => Math.fround(code * scaleAt(tensor, at)));
      expect(Array.from(codes, (_, at) => real.data.readFloatLE(4 * at))).toEqual(expected);

      const [head, ...rows] = readCsv((await exported(page, 'Save CSV', 'csv')).toString('utf8'));
      expect(head).toEqual([...tensor.shape.map((_, axis) => `i${axis}`), 'value']);
      expect(rows.map((row) => Math.fround(Number(row.at(-1))))).toEqual(expected);
      expect(rows.at(-1)?.slice(0, -1).map(Number)).toEqual(tensor.shape.map((size) => size - 1));

      await expect
        .poll(async () => {
          await page.locator('.details vscode-dropdown').first().focus();
          await vscode.page.keyboard.press('ArrowDown');
          return page.locator('.details vscode-dropdown[current-value=raw]').count();
        })
        .toBe(1);
      const raw = readNpy(await exported(page, 'Save .npy', 'npy'));
      expect({ descr: raw.descr, shape: raw.shape }).toEqual({ descr: '|i1', shape: tensor.shape });
      expect(raw.data.equals(Buffer.from(codes.buffer))).toBe(true);

      await showTab(page, 'graph');
      await page.locator('.node').first().waitFor();
      const svg = (await exported(page, 'Save SVG', 'svg')).toString('utf8');
      const png = await exported(page, 'Save PNG', 'png');
      const operators = original.subgraphs[0]!.operators.length;
      // A browser's own parsers judge, on a page that nothing else is on.
      const judge = await vscode.page.context().browser()!.newPage();
      const drawn = await judge.evaluate(drawnIn, svg);
      expect(drawn).toMatchObject({ errors: 0, foreign: 0 });
      // Every operator, the input and the output, and the background.
      expect(drawn.rectangles).toBe(operators + 3);
      expect(drawn.texts.filter((text) => text === 'DEPTHWISE_CONV_2D').length).toBe(
        original.subgraphs[0]!.operators.filter(({ name }) => name === 'DEPTHWISE_CONV_2D').length,
      );
      const picture = await judge.evaluate(pixelsOf, png.toString('base64'));
      expect(picture.width / picture.height).toBeCloseTo(drawn.width / drawn.height, 2);
      expect(picture.colours).toBeGreaterThan(8);
      await judge.close();
    });

    it('shows hostile names as plain text, and exports them to safe names and cells', async () => {
      const page = await inspector.open(hostile);
      const tensors = await showTab(page, 'tensors');
      expect(await tensors.textContent()).toContain('<img src=x onerror=');
      expect(await page.locator('img, main script, main b').count()).toBe(0);
      expect(await page.title()).not.toMatch(/^[12]$/);
      // Nothing of a name runs out of its cell, and marks that turn the writing direction are shown as such.
      expect(await tensors.innerText()).not.toContain('\u202E');

      await tensors.getByText('Copy CSV').click();
      await expect.poll(clipboard).toContain('etc/passwd');
      const rows = readCsv(await clipboard());
      expect(new Set(rows.map((row) => row.length)).size, 'no name makes rows or columns of its own').toBe(1);
      expect(rows.flat().filter((cell) => /^[=+@\t\r\n]|^-[^\d]/.test(cell))).toEqual([]);

      const constants = hostileModel().subgraphs[0]!.tensors.flatMap((tensor, index) =>
        tensor.buffer > 0 && hostileModel().buffers[tensor.buffer]!.length > 0 ? [index] : [],
      );
      for (const index of constants.slice(0, hostileNames.length)) {
        await jump(page, `t${index}`);
        readNpy(await exported(page, 'Save .npy', 'npy'));
      }
      await showTab(page, 'graph');
      await page.locator('.node').first().waitFor();
      await exported(page, 'Save SVG', 'svg');
      expect([...workspace.files().keys()].every((path) => !path.includes('/'))).toBe(true);
      await vscode.screenshot('deeds-hostile');
    });

    it('shows one file in two editors, each with its own view, which a changed file and a reload keep', async () => {
      writeFileSync(workspace.path('two.tflite'), writeModel({ ...original, description: 'first' }));
      await inspector.open('two.tflite');
      await vscode.execute('workbench.action.splitEditor');
      let [left, right] = await inspector.pages(2);
      await jump(left!, 'op28');
      await left!.evaluate(`document.querySelector('#panel-operators .grid').scrollTop = 120`);
      await jump(right!, 't12');
      await right!.locator('#panel-tensors .details h3').first().waitFor();
      const views = async (): Promise<readonly unknown[]> => {
        [left, right] = await inspector.pages(2);
        return Promise.all([left!.evaluate(viewOf, 'operators'), right!.evaluate(viewOf, 'tensors')]);
      };
      const before = await views();
      expect(before).toMatchObject([
        { tab: 'operators', chosen: 'op28', scrollTop: 120 },
        { tab: 'tensors', chosen: 't12' },
      ]);

      writeFileSync(workspace.path('two.tflite'), writeModel({ ...original, description: 'second' }));
      for (const page of await inspector.pages(2)) {
        await page.locator('.file-description', { hasText: 'second' }).waitFor();
      }
      expect(await views()).toEqual(before);
      // What a page remembers is written a moment after it was done.
      await vscode.page.waitForTimeout(1000);
      await vscode.reload();
      await inspector.pages(2);
      await expect.poll(views, { timeout: 30_000 }).toEqual(before);
      await vscode.screenshot('deeds-split');
    });

    it('is used by the keyboard alone, from the palette to operator, tensor and graph', async () => {
      const { keyboard } = vscode.page;
      const paletteInput = vscode.page.locator('.quick-input-widget input.input');
      await vscode.window.typeIntoPalette('');
      await paletteInput.fill('person_detect');
      await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: person }).first().waitFor();
      await keyboard.press('Enter');
      const page = await inspector.page();
      const chosen = (tab: string) => page.locator(`#panel-${tab} h2`).first();
      /** Tab, until it is there. A person would not go on for ever either. */
      const tabTo = async (selector: string, key = 'Tab'): Promise<void> => {
        for (let presses = 0; presses < 40; presses++) {
          await keyboard.press(key);
          if (await page.evaluate(hasFocus, selector)) return;
        }
        throw new Error(`${selector} was not reached by the keyboard.`);
      };
      await tabTo('[role=grid]');
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowDown');
      await expect.poll(() => chosen('operators').innerText()).toMatch(/^op1 /);
      await keyboard.press('Enter');
      await tabTo('#panel-operators .details td button, #panel-operators .details th button');
      await keyboard.press('Enter');
      await expect.poll(() => chosen('tensors').innerText()).toMatch(/^t\d+ /);
      await tabTo('input.jump', 'Shift+Tab');
      await keyboard.type('t12');
      await keyboard.press('Enter');
      await expect.poll(() => chosen('tensors').innerText()).toMatch(/^t12 /);
      await keyboard.press('Shift+Home');
      await keyboard.type('op7');
      await keyboard.press('Enter');
      await expect.poll(() => chosen('operators').innerText()).toMatch(/^op7 /);

      await tabTo('[role=tab]');
      await keyboard.press('ArrowRight');
      await page.locator('.node').first().waitFor();
      await tabTo('[role=application]');
      await keyboard.press('Home');
      await keyboard.press('ArrowDown');
      await expect.poll(() => chosen('graph').innerText()).toMatch(/^op\d+ /);
      const first = await chosen('graph').innerText();
      await keyboard.press('ArrowDown');
      await expect.poll(() => chosen('graph').innerText()).not.toBe(first);
      await keyboard.press('ArrowUp');
      await expect.poll(() => chosen('graph').innerText()).toBe(first);
      await keyboard.press('Enter');
      await expect.poll(() => chosen('operators').innerText()).toBe(first);
      await vscode.screenshot('deeds-keyboard');
    });

    it.each([
      ['empty', /empty \(0 bytes\)/, (path: string) => writeFileSync(path, '')],
      ['seven', /7 bytes/, (path: string) => writeFileSync(path, 'TFL3TFL')],
      [
        'jpeg',
        /JPEG/,
        (path: string) => writeFileSync(path, Buffer.from('ffd8ffe000104a46494600010100', 'hex')),
      ],
      ['zip', /zip/i, (path: string) => writeFileSync(path, zipOf('labels.txt', 'person'))],
      [
        'zeros',
        /TFL3|identifier|not a \.tflite/,
        (path: string) => {
          writeFileSync(path, '');
          truncateSync(path, 200_000_000);
        },
      ],
    ])('says in a sentence what a file is that is no model: %s', async (name, said, write) => {
      write(workspace.path(`${name}.tflite`));
      const page = await inspector.open(`${name}.tflite`);
      const text = await page.locator('[role=alert]').innerText();
      expect(text).toMatch(said);
      expect(text, 'a whole sentence that says what to do next').toMatch(/^[A-Z].*\. [A-Z].*\.$/);
      expect(await page.locator('[role=tab]').count()).toBe(0);
    });
  });
});

/** The first constant with several channels of int8 codes. */
function firstWeights({ subgraphs, buffers }: Model): readonly [index: number, tensor: Tensor] {
  const tensors = [...subgraphs[0]!.tensors.entries()];
  return tensors.find(
    ([, { type, quantization, buffer }]) =>
      type === 'INT8' && (quantization?.scale.length ?? 0) > 1 && (buffers[buffer]?.length ?? 0) > 0,
  )!;
}

/** Of weights, whose zero points are 0: the scale that the slice of an element along the quantized dimension has. */
function scaleAt({ shape, quantization }: Tensor, at: number): number {
  const { scale, quantizedDimension } = quantization!;
  const inner = shape.slice(quantizedDimension + 1).reduce((product, size) => product * size, 1);
  return scale[Math.floor(at / inner) % shape[quantizedDimension]!]!;
}

function hostileModel(): Model {
  const model = readModel(new Uint8Array(readFileSync(sharedPath('models/hello_world_int8.tflite'))));
  const [main] = model.subgraphs;
  const name = (index: number): string => hostileNames[index % hostileNames.length]!;
  const tensors = main!.tensors.map((tensor, index) => ({ ...tensor, name: name(index) }));
  return { ...model, description: name(2), subgraphs: [{ ...main!, name: name(3), tensors }] };
}

/** A zip archive of one file: PKWARE's APPNOTE 4.3.7; nobody here reads as far as its directory. */
function zipOf(name: string, text: string): Buffer {
  const data = deflateRawSync(text);
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(text.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), data]);
}

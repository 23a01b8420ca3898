/** A Cortex-M4 that runs real firmware: its UART, opened in the real VS Code, is plotted and recorded beside its source. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFirmware, mainSource, missingTools, startBoard, type EmulatedBoard } from './board/boardBuild';
import { boardModel, type BoardModel } from './board/boardModel';
import { openPort } from './board/openPort';
import { isRunning, portProcesses } from './board/processes';
import { describeVSCode, themes, VSCode } from './vscode';
import { Workspace } from './workspace';

if (missingTools.length > 0) {
  const reason = `Missing: ${missingTools.join(', ')}. "npm test -- --all" installs them, or: apt-get install gcc-arm-none-eabi libnewlib-arm-none-eabi qemu-system-arm`;
  if (process.env.CI === 'true') throw new Error(reason);
  console.log(`Skipped: the emulated board. ${reason}`);
}
const describeBoard = missingTools.length > 0 ? describe.skip : describeVSCode;

describeBoard('the firmware of a Cortex-M4', () => {
  const workspace = new Workspace();
  let model: BoardModel;
  let board: EmulatedBoard;
  let vscode: VSCode;
  let page: Frame;
  let portId: number;

  beforeAll(async () => {
    const firmware = workspace.path('firmware.elf');
    model = await boardModel();
    writeFileSync(workspace.path('model.h'), model.header);
    buildFirmware(workspace.folder, firmware);
    copyFileSync(mainSource, workspace.path('main.c'));
    board = await startBoard(firmware);
    vscode = await VSCode.start({ folder: workspace.folder });
  });
  afterAll(async () => {
    await vscode.close();
    await board.stop();
    workspace.remove();
  });

  // The board prints once: there is no second attempt.
  it('is read over its UART without a lost line, beside its source', { retry: 0 }, async () => {
    await vscode.inHost(async ({ vscode: api }, path: string) => {
      const editor = await api.window.showTextDocument(api.Uri.file(path));
      const row = editor.document.getText().slice(0, editor.document.getText().indexOf('printf("%g'));
      const line = row.split('\n').length - 1;
      editor.revealRange(new api.Range(line, 0, line, 0), api.TextEditorRevealType.InCenter);
    }, workspace.path('main.c'));
    page = await openPort(vscode, board.path, 115_200);
    await page.getByRole('button', { name: /^Record$/ }).click();
    await page.getByRole('button', { name: /Stop Recording/ }).waitFor();
    const hostId = await vscode.inHost(() => process.pid);
    portId = portProcesses(hostId)[0] ?? 0;
    expect(isRunning(portId)).toBe(true);
    await page.getByPlaceholder('Send to the board').fill('g');
    await page.getByPlaceholder('Send to the board').press('Enter');
    await page.locator('.lines').filter({ hasText: 'done' }).waitFor({ timeout: 60_000 });
    const [lastX] = model.lines.at(-1)?.split(',') ?? [];
    const lens = vscode.page.locator('.codelens-decoration').filter({ hasText: /= -?\d/ });
    await expect
      .poll(() => lens.first().innerText(), { timeout: 30_000 })
      .toContain(`value 1 = ${String(lastX)},`);
    // One over the other, the two columns are the curve that the board has learnt.
    await page.getByRole('combobox', { name: 'Along x' }).selectOption({ label: 'over value 1' });
    for (const [name, theme] of Object.entries(themes)) {
      await vscode.setTheme(theme);
      const blue = await page.evaluate(themeBlue);
      await expect.poll(() => page.evaluate(legendColour), { message: name }).toBe(blue);
      await vscode.screenshot(`board-${name}`);
    }
    await page.getByRole('button', { name: /Stop Recording/ }).click();
    await vscode.window.notification(/recorded, in 1 file/, 60_000);
    const folder = workspace.path('recordings');
    const [file = ''] = readdirSync(folder);
    const [, ...rows] = readFileSync(`${folder}/${file}`, 'utf8').trimEnd().split('\n');
    expect(model.lines).toHaveLength(1000);
    // Behind the time of arrival stands what the board printed, number for number.
    expect(rows.map((row) => numbersOf(row).slice(1))).toEqual(model.lines.map((line) => numbersOf(line)));
  });

  it('leaves no port process when the window is closed', async () => {
    await vscode.page.goto('about:blank');
    await expect.poll(() => isRunning(portId), { timeout: 30_000 }).toBe(false);
  });
});

/** A negative zero is zero. */
function numbersOf(row: string): readonly number[] {
  return row.split(',').map((field) => Number(field) + 0);
}

/** Inside the page: the mark of the first series in the legend of the plot that is shown, and what it should be. */
const legendColour = `document.querySelector('.plot-area:not([hidden]) .legend circle')?.getAttribute('fill')`;
const themeBlue = `getComputedStyle(document.body).getPropertyValue('--vscode-charts-blue').trim()`;

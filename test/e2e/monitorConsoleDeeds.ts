/** What a person does with the console of the monitor. */
import { expect, it } from 'vitest';
import type { MonitorStage } from './monitorStage';

export function itGoesToStatements(stage: MonitorStage): void {
  it('goes from a line of the console to the statement that printed it', async () => {
    await stage.connected();
    stage.board.print('motor fault 7, stopping\n');
    const line = (await stage.monitor.frame()).locator('.line').filter({ hasText: 'motor fault 7' });
    await line.click();
    await expect.poll(() => place(stage)).toBe('main.c:3');
  });

  it('goes there by keyboard alone', async () => {
    await stage.connected();
    stage.board.print('motor fault 8, stopping\n');
    // More than are in sight: what is stood on stays while others come.
    stage.turn(60);
    await stage.vscode.inHost(async ({ vscode: api }) => {
      await api.commands.executeCommand('workbench.action.closeAllEditors');
    });
    const frame = await stage.monitor.frame();
    const { keyboard } = stage.vscode.page;
    await stage.monitor.press('Filter');
    await frame.getByRole('searchbox', { name: 'Find lines' }).fill('motor fault 8');
    await keyboard.press('Enter');
    const list = frame.getByRole('listbox', { name: 'Console' });
    const current = list.getByRole('option', { selected: true });
    await current.filter({ hasText: 'motor fault 8' }).waitFor();
    await keyboard.press('ArrowDown');
    await expect.poll(() => stage.monitor.focusedName()).toBe('Console');
    await keyboard.press('ArrowDown');
    await current.filter({ hasText: 'x:' }).waitFor();
    stage.turn(5);
    await keyboard.press('ArrowUp');
    await current.filter({ hasText: 'motor fault 8' }).waitFor();
    const named = await list.getAttribute('aria-activedescendant');
    expect(await current.getAttribute('id')).toBe(named);
    await keyboard.press('Enter');
    await expect.poll(() => place(stage)).toBe('main.c:3');
    await list.focus();
    await keyboard.press('Escape');
    await expect.poll(() => current.count()).toBe(0);
    await frame.getByRole('searchbox').fill('');
    await stage.monitor.press('Filter');
  });
}

/** Of the cursor in the editor that is in front. */
function place(stage: MonitorStage): Promise<string | undefined> {
  return stage.vscode.inHost(({ vscode: api }) => {
    const editor = api.window.activeTextEditor;
    return editor && `${editor.document.uri.path.split('/').pop() ?? ''}:${editor.selection.start.line}`;
  });
}

export function itFindsLines(stage: MonitorStage): void {
  it('finds lines, with the others in sight or without', async () => {
    await stage.connected();
    stage.turn(10);
    stage.board.print('motor fault 7, stopping\n');
    stage.turn(10);
    const frame = await stage.monitor.frame();
    await frame.getByRole('searchbox', { name: 'Find lines' }).fill('motor');
    await stage.monitor.untilText('.console-area [role=status]', /^\d+ lines?$/);
    await expect
      .poll(() => frame.locator('.line').allInnerTexts())
      .toSatisfy(
        (lines: readonly string[]) => lines.length > 0 && lines.every((line) => line.includes('motor')),
      );
    await stage.monitor.press('Filter');
    await expect.poll(() => frame.locator('.lines').innerText()).toContain('x:');
    await frame.getByRole('searchbox').press('Enter');
    await frame.locator('.line.current').filter({ hasText: 'motor fault 7' }).waitFor();
    await stage.monitor.press('Filter');
    await frame.getByRole('searchbox').fill('');
  });
}

export function itSends(stage: MonitorStage): void {
  it('sends, and brings back what was sent before', async () => {
    await stage.connected();
    const input = (await stage.monitor.frame()).getByRole('textbox', { name: 'Send to the board' });
    stage.board.received = '';
    await input.fill('rate 100');
    await input.press('Enter');
    await input.fill('stop');
    await input.press('Enter');
    await expect.poll(() => stage.board.received).toBe('rate 100\nstop\n');
    await input.press('ArrowUp');
    await input.press('ArrowUp');
    expect(await input.inputValue()).toBe('rate 100');
    await input.press('ArrowDown');
    expect(await input.inputValue()).toBe('stop');
    await stage.monitor.press('Escapes');
    await stage.monitor.choose('Line ending', 'crlf');
    await input.fill('\\x41\\t\\\\');
    await input.press('Enter');
    await expect.poll(() => stage.board.received).toBe('rate 100\nstop\nA\t\\\r\n');
    await stage.monitor.press('Escapes');
  });
}

export function itShowsBytes(stage: MonitorStage): void {
  it('shows the bytes as they came, and when a line came', async () => {
    await stage.connected();
    stage.board.print(`${'\x01Az\xff'.repeat(16)}\n`);
    await stage.monitor.press('Hex');
    // The text reaches the board's socket as UTF-8: c3 bf is the last of the four.
    await stage.monitor.untilText('.lines', /01 41 7a c3 +bf 01 41 7a|41 7a c3 bf +01 41 7a c3|7a c3 bf 01/);
    await stage.monitor.press('Hex');
    await stage.monitor.press('Times');
    await stage.monitor.untilText('.lines', /^\d\d:\d\d:\d\d\.\d{3} /m);
    await stage.monitor.press('Times');
    await expect.poll(() => stage.monitor.text('.lines')).not.toMatch(/^\d\d:\d\d:\d\d\.\d{3} /m);
  });
}

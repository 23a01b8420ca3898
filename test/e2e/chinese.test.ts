import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { zhCn } from '../../l10n/zh-cn';
import packageNls from '../../package.nls.zh-cn.json';
import { itExplainsProjectsInChinese } from './chineseDeeds';
import { describeVSCode, openWindow } from './vscode';

describeVSCode('Simplified Chinese', () => {
  const { vscode, workspace } = openWindow((folder) => {
    writeFileSync(folder.path('waves.csv'), 'x,y\n0,1\n1,2\n2,1\n');
    return { locale: 'zh-cn' };
  });

  it('has the commands, the notification and the page in Chinese', async () => {
    const offers = await vscode.window.paletteOffers(`TinyML: ${packageNls['command.trainSineModel']}`);
    expect(offers.join('\n')).toContain(packageNls['command.trainSineModel']);
    await vscode.window.palette(`TinyML: ${packageNls['command.trainSineModel']}`);
    await vscode.window.notification(/\p{Script=Han}.*model_2|model_2.*\p{Script=Han}/u);
    await expect.poll(() => workspace.files('sine_model').size, { timeout: 20_000 }).toBeGreaterThan(13);
    const page = await vscode.window.webview('training');
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
    expect(await page.locator('h1').innerText()).toMatch(/\p{Script=Han}/u);
    await page.locator('figure.chart-card').last().waitFor();
    expect(await vscode.window.tabs()).toContain(zhCn['training.title']);
    await vscode.screenshot('chinese-training');
  });

  it('leaves no English sentence on the page', async () => {
    const page = await vscode.window.webview('training');
    const texts = await page.locator('p, h1, h2, h3, h4, th, button, vscode-button, summary').allInnerTexts();
    expect(texts.length).toBeGreaterThan(100);
    const sentences = texts
      .map((text) => text.trim())
      .filter((text) => /[a-z]{3,}/i.test(text) && !/\p{Script=Han}/u.test(text))
      // Names of files and layers are the same in every language.
      .filter((text) => !/^\d+( relu)?(, \d+( relu)?)*$/.test(text))
      .filter((text) => /\s/.test(text) && !/^(Dense \(|[\w.]+\.(tflite|cc|h|csv|py|json))/.test(text));
    expect(sentences).toEqual([]);
  });

  itExplainsProjectsInChinese(vscode, workspace, 'sine_model/tinyml.json');

  it('has the plot page in Chinese', async () => {
    await vscode.window.explorerMenu('waves.csv', /CSV/);
    const page = await vscode.window.webview('plot');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/\p{Script=Han}/u);
    await vscode.screenshot('chinese-plot');
  });

  it('has the serial monitor in Chinese, from its controls to its formats', async () => {
    await vscode.execute('tinyml.openSerialMonitor', 'sine');
    const page = await vscode.window.webview('monitor');
    await expect.poll(() => page.locator('.chip').innerText(), { timeout: 20_000 }).toMatch(/2 个序列/);
    await page.locator('.chip').click();
    const texts = await page.locator('button, option, label, h1, h2, th, p').allInnerTexts();
    const english = texts
      .map((text) => text.trim())
      .filter((text) => /[a-z]{2,}/i.test(text) && !/\p{Script=Han}/u.test(text))
      // What the board prints, names of types, and kinds of files.
      .filter((text) => !/^(sine|cosine)\b|^u?int\d+$|^float\d+$|^(PNG|CSV)$/.test(text));
    expect(english).toEqual([]);
    await vscode.screenshot('chinese-monitor');
  });
});

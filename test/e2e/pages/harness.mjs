// Looks at the pages without VS Code: `node test/e2e/pages/harness.mjs [part of a picture's name …]`.
// Bundles a page, serves it on this machine under the same content security policy, feeds it the states of
// scenarios.mjs, takes pictures into test-results/pages/ and judges each with axe-core. Exit code 1 on a page error,
// a violated policy, or a serious violation of accessibility.
/* global CanvasRenderingContext2D, document, innerWidth, requestAnimationFrame -- inside page.evaluate */
import { createServer } from 'node:http';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { memoryOfRuns } from './memoryOfRuns.mjs';
import { scenarios } from './scenarios.mjs';
import { trainedStates } from './trainedStates.mjs';
import { bundleAndImport, bundlePage, chromiumFlags, html, themes, vsCodeStyle } from './stage.mjs';

const require = createRequire(import.meta.url);
const pictures = 'test-results/pages';
const wanted = process.argv.slice(2);
const here = (path) => new URL(path, import.meta.url);
mkdirSync(pictures, { recursive: true });
const run = await bundleAndImport(here('trainedRun.mjs').pathname);
const languages = { en: run.en, 'zh-CN': run.zhCn };
const all = scenarios(await trainedStates(run), run.sentence);
const bundles = { training: await bundlePage('training'), plot: await bundlePage('plot') };

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const [, page, file] = url.pathname.split('/');
  if (url.pathname === '/favicon.ico') return response.writeHead(204).end();
  if (file === 'script')
    return response.setHeader('content-type', 'text/javascript').end(bundles[page].script);
  if (file === 'style') return response.setHeader('content-type', 'text/css').end(bundles[page].style);
  if (file === 'vscode')
    return response.setHeader('content-type', 'text/css').end(vsCodeStyle(url.searchParams.get('theme')));
  response
    .setHeader('content-type', 'text/html')
    .end(html(page, url.searchParams, languages, all[url.searchParams.get('scenario')].state));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: chromiumFlags,
});
/** What a person has done before the picture is taken. */
const before = {
  async played(page) {
    const ticks = page.locator('.runs input[type="checkbox"]');
    for (const index of [0, 1, 3, 5]) await ticks.nth(index).check();
    await page.locator('.fit-controls .tool:not(.play)').nth(1).click();
    await page.locator('input.setting').first().fill('-1');
  },
};

let failures = 0;
for (const [name, { page }] of Object.entries(all)) {
  for (const [theme, width, language] of looks(name)) await look(name, page, theme, width, language);
}
await act('follows', 'learning', 'training', followsTraining);
await act('zooms', 'plot-big', 'plot', zooms);
await act('saves', 'finished', 'training', saves);
await act('little', 'short', 'training', showsAllOfLittle);
await act('earlier', 'played', 'training', savesAnEarlierRun);
await act('memory', 'finished', 'training', memoryOfRuns);
await browser.close();
server.close();
console.log(failures === 0 ? 'No findings.' : `${failures} findings.`);
process.exitCode = failures === 0 ? 0 : 1;

/** In which theme, width and language a scenario is looked at: what a person sees most in all of them. */
function looks(scenario) {
  const english = (names, widths) => names.flatMap((theme) => widths.map((width) => [theme, width, 'en']));
  const allThemes = Object.keys(themes);
  if (scenario === 'finished' || scenario === 'plot-device') {
    return [...english(allThemes, [1400, 420]), ['dark', 1400, 'zh-CN'], ['light', 320, 'zh-CN']];
  }
  if (scenario === 'played') {
    const narrow = english(['dark'], [500, 420]);
    return [...english(allThemes, [1400]), ...narrow, ['dark', 1400, 'zh-CN'], ['light', 420, 'zh-CN']];
  }
  if (['learning', 'stuck', 'csv'].includes(scenario)) {
    return [...english(allThemes, [1000]), ['dark', 420, 'en'], ['light', 500, 'zh-CN']];
  }
  return english(['dark'], [1000]);
}

async function look(scenario, bundle, theme, width, language) {
  const name = `${scenario}-${theme}-${width}-${language}`;
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) return;
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complain = (text) => {
    failures++;
    console.log(`${name}: ${text}`);
  };
  page.on('pageerror', (error) => complain(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text());
  });
  await page.goto(
    `http://127.0.0.1:${port}/${bundle}/?${new URLSearchParams({ scenario, theme, language })}`,
  );
  await page.waitForFunction(() => document.querySelector('h1')?.textContent);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await before[scenario]?.(page);
  await page.waitForTimeout(300);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) complain(`the page is ${wide} px wider than its window`);
  // From here on it is our tools that write styles into the page, not the page.
  page.removeAllListeners('console');
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  // Playwright's evaluate passes the content security policy, so axe needs no hole in it.
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, impact, help, nodes } of violations) {
    const text = `${impact} ${id}: ${help}; ${nodes.map(({ html: at }) => at.slice(0, 160)).join(' | ')}`;
    if (impact === 'serious' || impact === 'critical') complain(text);
    else console.log(`${name}: ${text}`);
  }
  await page.close();
}

// A person or the host does something; the page must answer.
async function act(name, scenario, bundle, deed) {
  if (wanted.length > 0 && !wanted.some((part) => `act-${name}`.includes(part))) return;
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  const expect = (what, holds) => {
    if (holds) return;
    failures++;
    console.log(`act-${name}: ${what}`);
  };
  page.on('pageerror', (error) => expect(error.stack ?? error.message, false));
  await page.goto(
    `http://127.0.0.1:${port}/${bundle}/?${new URLSearchParams({ scenario, theme: 'dark', language: 'en' })}`,
  );
  await page.waitForFunction(() => document.querySelector('canvas')?.getAttribute('aria-label')?.length > 40);
  await deed(page, expect);
  console.log(`act-${name}: done`);
  await page.close();
}

async function followsTraining(page, expect) {
  const loss = page.getByRole('img', { name: /^Training and validation loss/ }).first();
  const frame = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const heard = () => page.evaluate(() => globalThis.fromPage.map(({ type }) => type));
  const epochs = (from, count, run = 1) =>
    page.evaluate(
      ([from, count, run]) => {
        const values = Array.from({ length: count }, (_, index) => 1 / (from + index));
        const logs = { loss: values, mae: values, val_loss: values, val_mae: values };
        globalThis.toPage({ type: 'epochs', run, model: 0, from, logs });
      },
      [from, count, run],
    );
  const before = await loss.screenshot();
  const redrawn = await page.evaluate(async () => {
    let draws = 0;
    let frames = 0;
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    const first = document.querySelector('.model canvas');
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      if (this.canvas === first) draws++;
      return clear.apply(this, box);
    };
    for (let from = 240; from < 740; from++) {
      const one = [1 / from];
      const logs = { loss: one, mae: one, val_loss: one, val_mae: one };
      globalThis.toPage({ type: 'epochs', run: 1, model: 0, from, logs });
    }
    for (; frames < 10; frames++) await new Promise(requestAnimationFrame);
    CanvasRenderingContext2D.prototype.clearRect = clear;
    return { draws, frames };
  });
  expect(
    `500 deltas made ${redrawn.draws} drawings in ${redrawn.frames} frames`,
    redrawn.draws <= redrawn.frames,
  );
  expect('the epoch is told', (await page.locator('.phase').textContent()).includes('epoch 740 of 1,000'));
  expect('the chart moves', !before.equals(await loss.screenshot()));
  await epochs(900, 1);
  await frame();
  expect('a gap is asked for', (await heard()).join() === 'ready,ready');
  await page.getByRole('button', { name: 'Stop' }).click();
  expect('Stop is sent', (await heard()).at(-1) === 'stop');

  const field = page.locator('.models input.number').first();
  await field.fill('120');
  await field.press('Enter');
  await frame();
  expect('the field decides', (await page.getByText('Without the first 120 epochs').count()) === 2);
  const shown = await loss.screenshot();
  await page.locator('figure', { has: loss }).locator('.legend button').first().click();
  await frame();
  expect('a series is hidden', !shown.equals(await loss.screenshot()));
  expect('the hidden one is not told', !(await loss.getAttribute('aria-label')).includes('Training loss:'));
  await page.evaluate(() => document.documentElement.style.setProperty('--vscode-charts-orange', '#00ff00'));
  const recoloured = await page.waitForFunction(() =>
    document.querySelector('.legend path[stroke="#00ff00"]'),
  );
  expect('a new theme is taken', Boolean(recoloured));
}

async function saves(page, expect) {
  const card = page.locator('figure', { hasText: 'Without the first 50 epochs' }).first();
  const saved = async (name) => {
    await card.hover();
    await card.getByRole('button', { name }).click();
    const file = await page.waitForFunction(() => {
      const event = globalThis.fromPage.find(({ type }) => type === 'saveFile');
      return event && { name: event.file.name, bytes: [...event.file.bytes] };
    });
    await page.evaluate(() => globalThis.fromPage.splice(0));
    const { name: fileName, bytes } = await file.jsonValue();
    return { fileName, bytes: Buffer.from(bytes) };
  };
  const picture = await saved('Save as PNG');
  expect('the picture is named after its chart', picture.fileName === 'model_1_loss_later.png');
  writeFileSync(`${pictures}/saved-chart.png`, picture.bytes);
  const { bytes } = await saved('Save as CSV');
  expect('every epoch is a row', bytes.toString().trim().split('\r\n').length === 951);
  await page.screenshot({ path: `${pictures}/chart-tools.png` });
  const weights = page.locator('.model').nth(1).locator('details');
  await weights.locator('summary').click();
  await weights.getByRole('combobox').click();
  await weights.getByRole('option', { name: 'Codes of the int8 file' }).click();
  await weights.getByText('scale of the bias').first().waitFor();
  await weights.getByRole('button', { name: 'Copy as CSV' }).nth(1).click();
  const { text } = await page.evaluate(() => globalThis.fromPage.find(({ type }) => type === 'copy'));
  expect('a copy has every weight', text.trim().split('\r\n').length === 16 + 4);
  await page.screenshot({ path: `${pictures}/weights.png` });
}

async function showsAllOfLittle(page, expect) {
  const phase = await page.locator('.phase').textContent();
  expect('it says which model did not begin', phase === 'Stopped: model_2 had not begun to learn.');
  const first = page.locator('.model').first();
  expect('no chart is empty', (await first.locator('.chart-card.is-empty').count()) === 0);
  expect('they begin with epoch 1', (await first.getByText('From epoch 1').count()) === 2);
  const rows = page.locator('.compare tbody tr');
  const parameters = await rows.nth(1).locator('td').first().textContent();
  expect('files are of the model that learned', parameters === '49');
  const original = page.locator('.compare .legend').getByText('Original predictions');
  expect('its predictions stand beside theirs', (await original.count()) === 1);
}

async function savesAnEarlierRun(page, expect) {
  await page.locator('.runs').getByRole('button', { name: 'Save as tinyml.json' }).last().click();
  const sent = await page.evaluate(() => globalThis.fromPage.at(-1));
  expect('the first run is saved as it was', sent.type === 'saveProject' && sent.run === 1);
}

async function zooms(page, expect) {
  const canvas = page.locator('canvas');
  const box = await canvas.boundingBox();
  const y = box.y + box.height / 2;
  const all = await canvas.screenshot();
  const startedAt = Date.now();
  await page.mouse.move(box.x + 300, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 500, y, { steps: 3 });
  await page.mouse.up();
  await page.waitForTimeout(200);
  const zoomed = await canvas.screenshot();
  console.log(`plot-big: dragged and drawn in ${Date.now() - startedAt} ms`);
  expect('a drag zooms', !all.equals(zoomed));
  expect(
    'the value at the cursor is told',
    (await page.locator('.legend .value').first().textContent()) !== '',
  );
  await page.screenshot({ path: `${pictures}/plot-big-zoomed.png` });
  await page.mouse.wheel(0, -300);
  await page.waitForTimeout(200);
  expect('the wheel zooms', !zoomed.equals(await canvas.screenshot()));
  await page.locator('.zoomable').focus();
  await page.keyboard.press('0');
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(5, 5);
  await page.waitForTimeout(300);
  expect('0 shows everything', all.equals(await canvas.screenshot()));
  const dropdown = page.getByRole('combobox');
  await dropdown.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  expect('another x is drawn', !all.equals(await canvas.screenshot()));
}

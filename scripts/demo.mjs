// @ts-check
// `npm run demo`: `npm start` without a person. Headless Chromium opens the palette, types the command, waits for the
// result, saves a picture of every chart to test-results/demo/ and prints the table of results and the files written.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureChromium } from './install/chromium.mjs';
import { ensureCodeServer } from './install/codeServer.mjs';
import { packageExtension } from './package.mjs';
import { exampleFolder, resultsFolder, root, vsixPath } from './paths.mjs';
import { launchBrowser, windowSize } from './vscode/browser.mjs';
import { installExtensions, startCodeServer } from './vscode/codeServerProcess.mjs';
import { createProfile, removeProfile } from './vscode/profile.mjs';
import { Workbench } from './vscode/workbench.mjs';

const command = 'TinyML: Train Sine Model';
const outputFolder = join(exampleFolder, 'sine_model');
const pictureFolder = join(resultsFolder, 'demo');
/** Written last by every run. */
const lastFile = join(outputFolder, '.tinyml', 'files.json');
const runLimitMs = 120_000;
/** Those of the runs that somebody ticks are hidden until then. */
const charts = 'figure.chart-card:visible';

const chromium = available(await ensureChromium());
const codeServer = available(await ensureCodeServer());
const { bytes } = await packageExtension();
console.log(`Packed tinyml-workbench.vsix (${Math.round(bytes / 1024)} KB).`);

rmSync(outputFolder, { recursive: true, force: true });
rmSync(pictureFolder, { recursive: true, force: true });
mkdirSync(exampleFolder, { recursive: true });
mkdirSync(pictureFolder, { recursive: true });

const profile = createProfile({ theme: 'Default Dark Modern' });
await installExtensions(codeServer, profile, [vsixPath]);
const server = await startCodeServer(codeServer, profile);
const browser = await launchBrowser(chromium);
try {
  const page = await browser.newPage({ viewport: windowSize });
  const window = new Workbench(page);
  await window.open(server.address, exampleFolder);
  console.log(`Opened VS Code on example/; running "${command}" from the palette…`);
  const seconds = await train(window);
  console.log(`All files were there ${seconds.toFixed(2)} s after Enter.\n`);
  await picture(window);
  await printResults(window);
  printFiles();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
  removeProfile(profile);
}

/**
 * @param {Workbench} window
 * @returns {Promise<number>} seconds from Enter to the last file
 */
async function train(window) {
  const enter = await window.palette(command);
  while (!existsSync(lastFile)) {
    if (Date.now() - enter > runLimitMs) {
      const said = (await window.notifications()).join('\n') || 'nothing';
      throw new Error(`No result after ${runLimitMs / 1000} s. VS Code said: ${said}`);
    }
    await sleep(10);
  }
  await window.notification(/is trained/);
  return (statSync(lastFile).mtimeMs - enter) / 1000;
}

/**
 * The window as it is, then every chart by itself.
 *
 * @param {Workbench} window
 */
async function picture(window) {
  const page = await window.webview('training');
  await page.locator(charts).last().waitFor();
  await window.clearNotifications();
  // Off the buttons, which would be drawn as pointed at.
  await window.page.mouse.move(windowSize.width / 2, windowSize.height - 5);
  await sleep(1000);
  await window.screenshot(join(pictureFolder, '00-window.png'));
  const cards = await page.locator(charts).all();
  if (cards.length === 0) throw new Error('The page shows no chart.');
  for (const [index, card] of cards.entries()) {
    await card.scrollIntoViewIfNeeded();
    await sleep(100);
    const title = (await card.locator('figcaption').innerText()).toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const name = `${String(index + 1).padStart(2, '0')}-${title.replace(/^-|-$/g, '')}.png`;
    await card.screenshot({ path: join(pictureFolder, name) });
  }
  console.log(`${cards.length + 1} pictures are in ${relative(root, pictureFolder)}.\n`);
}

/**
 * The page's own table of models and files.
 *
 * @param {Workbench} window
 */
async function printResults(window) {
  const page = await window.webview('training');
  const table = page.locator('.compare table').first();
  /** @type {string[][]} */
  const rows = [];
  for (const row of await table.locator('tr').all()) {
    const cells = await row.locator('th, td').allInnerTexts();
    // Below a name stands a note on what was quantized.
    rows.push(cells.map((cell) => cell.trim().split('\n')[0] ?? ''));
  }
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('  '));
  }
  console.log('');
}

function printFiles() {
  const names = readdirSync(outputFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names)
    console.log(`${String(statSync(name).size).padStart(8)}  ${relative(root, name)}`);
}

/**
 * @template Value
 * @param {import('./install/outcome.mjs').Outcome<Value>} outcome
 * @returns {Value}
 */
function available(outcome) {
  if (outcome.ok) return outcome.value;
  console.error(outcome.reason);
  process.exit(1);
}

// Looks at the pages of the inspector and of comparison without VS Code: `node test/e2e/pages/inspectorHarness.mjs
// [part of a name …]`. Real models in, pictures into test-results/pages/, a judgement by axe-core each, then what a person
// does with keyboard and mouse, and how long it takes. Exit code 1 on a page error or a serious violation.
/* global document, innerWidth -- inside page.evaluate */
import { build } from 'esbuild';
import { createServer } from 'node:http';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { inspectorDeeds } from './inspectorDeeds.mjs';
import {
  bundleAndImport,
  bundlePage,
  chromiumFlags,
  html,
  themes,
  toWire,
  vsCodeStyle,
  wireExpression,
} from './stage.mjs';

const require = createRequire(import.meta.url);
const pictures = 'test-results/pages';
const wanted = process.argv.slice(2);
const models = process.env.TINYML_SHARED ?? '../shared';
if (!existsSync(join(models, 'models'))) {
  console.log(`No models in ${models}: nothing to show.`);
  process.exit(process.env.CI === 'true' ? 1 : 0);
}
mkdirSync(pictures, { recursive: true });
const inspected = await bundleAndImport(new URL('inspectedModels.mjs', import.meta.url).pathname);
const languages = { en: inspected.en, 'zh-CN': inspected.zhCn };
const scratch = mkdtempSync(join(tmpdir(), 'inspector-pages-'));
const layoutScript = join(scratch, 'graphLayout.worker.js');
await build({
  entryPoints: ['src/workers/graphLayout.worker.ts'],
  outfile: layoutScript,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
});

const file = (name) => ({ name, bytes: new Uint8Array(readFileSync(join(models, 'models', name))) });
const damaged = file('hello_world_int8.tflite').bytes;
damaged.fill(0xff, 1900, 1960);
const files = {
  person: file('person_detect.tflite'),
  keywords: file('kws_ref_model.tflite'),
  keywordsHybrid: file('kws_ref_model_float32.tflite'),
  speech: file('micro_speech_quantized.tflite'),
  mobilenet: file('mobilenet_v2_quantized_1x3x224x224.tflite'),
  damaged: { name: 'hello_world_damaged.tflite', bytes: damaged },
  hostile: { name: '../<b>hostile</b>.tflite', bytes: inspected.hostileModel() },
  long: { name: 'generated_3000.tflite', bytes: inspected.longModel(3000) },
};
const unreadable = {
  kind: 'unreadable',
  fileName: 'photo.tflite',
  why: inspected.openModel(new Uint8Array([0xff, 0xd8, 0xff])).damage,
};
const states = {
  ...Object.fromEntries(
    Object.entries(files).map(([key, { name, bytes }]) => [
      key,
      { page: 'inspector', state: wireExpression(inspected.inspectorState(bytes, name, key === 'person')) },
    ]),
  ),
  reading: { page: 'inspector', state: wireExpression({ kind: 'reading', fileName: 'model.tflite' }) },
  unreadable: { page: 'inspector', state: wireExpression(unreadable) },
  compared: {
    page: 'compare',
    state: wireExpression(inspected.compareState(file('kws_ref_model_float32.tflite'), files.keywords)),
  },
  identical: { page: 'compare', state: wireExpression(inspected.compareState(files.speech, files.speech)) },
};
const exported = [];
// Weights with channels, so that every part of the details is there.
const chosenTensors = Object.fromEntries(
  Object.entries(files).map(([key, { bytes }]) => [key, inspected.firstWeights(bytes)]),
);
const answers = Object.fromEntries(
  Object.entries(files).map(([key, { bytes }]) => [key, inspected.answering(bytes, layoutScript, exported)]),
);

const bundles = { inspector: await bundlePage('inspector'), compare: await bundlePage('compare') };
const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const [, page, part] = url.pathname.split('/');
  const send = (type, text) => response.setHeader('content-type', type).end(text);
  if (url.pathname === '/favicon.ico') return response.writeHead(204).end();
  if (part === 'script') return send('text/javascript', bundles[page].script);
  if (part === 'style') return send('text/css', bundles[page].style);
  if (part === 'vscode') return send('text/css', vsCodeStyle(url.searchParams.get('theme')));
  return send(
    'text/html',
    html(page, url.searchParams, languages, states[url.searchParams.get('scenario')].state),
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: chromiumFlags,
});

let failures = 0;
const tabs = ['operators', 'graph', 'tensors', 'feeding', 'size'];
for (const theme of Object.keys(themes)) {
  for (const tab of tabs) await look({ scenario: 'person', tab, theme });
  await look({ scenario: 'compared', theme });
}
for (const tab of tabs) await look({ scenario: 'person', tab, theme: 'dark', width: 420 });
for (const tab of tabs) await look({ scenario: 'person', tab, theme: 'light', language: 'zh-CN' });
await look({ scenario: 'compared', theme: 'dark', width: 420, language: 'zh-CN' });
for (const tab of tabs) await look({ scenario: 'hostile', tab, theme: 'dark', width: 1000 });
for (const scenario of ['damaged', 'unreadable', 'reading', 'identical'])
  await look({ scenario, theme: 'dark', width: 1000 });
for (const scenario of ['keywords', 'mobilenet', 'long'])
  await look({ scenario, tab: 'graph', theme: 'dark' });
await look({ scenario: 'mobilenet', tab: 'tensors', theme: 'light' });
for (const [name, { scenario, deed }] of Object.entries(inspectorDeeds)) {
  if (wanted.length === 0 || wanted.some((part) => `act-${name}`.includes(part)))
    await act(name, scenario, deed);
}
// An idle worker keeps no process alive, not even one that waits for its end: the server does.
for (const layouts of Object.values(answers)) await layouts.dispose();
await browser.close();
server.close();
rmSync(scratch, { recursive: true });
console.log(failures === 0 ? 'No findings.' : `${failures} findings.`);
process.exitCode = failures === 0 ? 0 : 1;

function complain(name, text) {
  failures++;
  console.log(`${name}: ${text}`);
}

async function open(name, { scenario, theme = 'dark', width = 1400, language = 'en', memory = {} }) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => complain(name, error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complain(name, message.text());
  });
  await page.exposeFunction('askHost', async (asked, params) => {
    const [startedAt, before] = [performance.now(), process.cpuUsage()];
    const reply = await answers[scenario][asked](params);
    if (name.startsWith('act-time') && asked === 'layOut') {
      const { user, system } = process.cpuUsage(before);
      const [took, busy] = [performance.now() - startedAt, (user + system) / 1000];
      console.log(
        `${name}: ${params.nodes.length} nodes laid out in ${took.toFixed(0)} ms (${busy.toFixed(0)} ms of processor time)`,
      );
    }
    return toWire(reply);
  });
  await page.addInitScript((kept) => {
    // How many parts of the page follow the theme.
    globalThis.themeObservers = 0;
    const { observe, disconnect } = globalThis.MutationObserver.prototype;
    const observing = new Set();
    globalThis.MutationObserver.prototype.observe = function (...rest) {
      observing.add(this);
      globalThis.themeObservers = observing.size;
      return observe.apply(this, rest);
    };
    globalThis.MutationObserver.prototype.disconnect = function () {
      observing.delete(this);
      globalThis.themeObservers = observing.size;
      return disconnect.call(this);
    };
    if (globalThis.sessionStorage.getItem('kept') === null)
      globalThis.sessionStorage.setItem('kept', JSON.stringify(kept));
  }, memory);
  const query = new URLSearchParams({ scenario, theme, language });
  await page.goto(`http://127.0.0.1:${port}/${states[scenario].page}/?${query}`);
  await page.waitForFunction(() => document.querySelector('h1')?.textContent);
  return page;
}

async function look({ scenario, tab, theme, width = 1400, language = 'en' }) {
  const name = ['inspector', scenario, tab, theme, width, language].filter(Boolean).join('-');
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) return;
  const memory = { tab, operator: '0:3', tensor: chosenTensors[scenario] ?? '0:1', 'graph.node': 'op1' };
  const page = await open(name, { scenario, theme, width, language, memory });
  if (tab === 'graph') await page.waitForSelector('.node');
  if (tab === 'tensors')
    await page.waitForSelector('.details h3, .details .description').catch(() => undefined);
  await page.waitForTimeout(600);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) complain(name, `the page is ${wide} px wider than its window`);
  // From here on it is our tools that write styles into the page, not the page.
  page.removeAllListeners('console');
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, impact, help, nodes } of violations) {
    const text = `${impact} ${id}: ${help}; ${nodes.map(({ html: at }) => at.slice(0, 160)).join(' | ')}`;
    if (impact === 'serious' || impact === 'critical') complain(name, text);
    else console.log(`${name}: ${text}`);
  }
  await page.context().close();
}

function readMobilenet() {
  const { bytes, name } = files.mobilenet;
  return inspected.inspectorState(bytes, name);
}

// A person does something; the page must answer.
async function act(name, scenario, deed) {
  const page = await open(`act-${name}`, { scenario });
  const expect = (what, holds) => {
    if (!holds) complain(`act-${name}`, what);
  };
  await deed({ page, expect, exported, readMobilenet, reload: () => page.reload() });
  console.log(`act-${name}: done`);
  await page.context().close();
}

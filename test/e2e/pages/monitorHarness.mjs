// Looks at the page of the serial monitor without VS Code, with the real stream service behind it:
// `node test/e2e/pages/monitorHarness.mjs [part of a name …]`. Pictures go into test-results/pages/, axe-core judges each.
// Exit code 1 on a page error, a violated policy, or a serious violation of accessibility.
/* global document, innerWidth, fromWire -- inside page.evaluate */
import { createServer } from 'node:http';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import {
  bundleAndImport,
  bundlePage,
  chromiumFlags,
  html,
  toWire,
  vsCodeStyle,
  wireExpression,
} from './stage.mjs';

const require = createRequire(import.meta.url);
const pictures = 'test-results/pages';
const wanted = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const live = await bundleAndImport(new URL('liveMonitor.mjs', import.meta.url).pathname);
const languages = { en: live.en, 'zh-CN': live.zhCn };
const bundle = await bundlePage('monitor');
const idle = {
  status: live.idleStatus,
  source: undefined,
  notices: [],
  fired: [],
  triggers: [],
  still: undefined,
  history: ['status', 'rate 100'],
  baudRates: live.baudRates,
  isPanelView: true,
};

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const [, , part] = url.pathname.split('/');
  if (url.pathname === '/favicon.ico') return response.writeHead(204).end();
  if (part === 'script') return response.setHeader('content-type', 'text/javascript').end(bundle.script);
  if (part === 'style') return response.setHeader('content-type', 'text/css').end(bundle.style);
  if (part === 'vscode')
    return response.setHeader('content-type', 'text/css').end(vsCodeStyle(url.searchParams.get('theme')));
  response
    .setHeader('content-type', 'text/html')
    .end(html('monitor', url.searchParams, languages, wireExpression(idle)));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: chromiumFlags,
});
let failures = 0;

// A source that prints what a scenario wants.
class Lines {
  constructor(lines) {
    this.lines = lines;
    this.listeners = new live.SourceListeners();
  }
  describe() {
    return {
      label: '/dev/ttyACM0',
      startsMidLine: false,
      lastLineIsWhole: true,
      takesBytes: true,
      reconnects: false,
    };
  }
  async open() {
    setTimeout(() => {
      const text = this.lines.map((line) => `${line}\r\n`).join('');
      this.listeners.arrived(new TextEncoder().encode(text), live.hostClock.nowMs());
    }, 50);
  }
  async write() {}
  async setSignals() {}
  async close() {
    this.listeners.silence();
  }
  onData(listener) {
    this.listeners.onData(listener);
  }
  onClose(listener) {
    this.listeners.onClose(listener);
  }
  onWarning(listener) {
    this.listeners.onWarning(listener);
  }
  nowMs() {
    return live.hostClock.nowMs();
  }
}

const virtual = (board, linesPerSecond = 100) => ({ kind: 'virtual', board, seed: 42, linesPerSecond });
const hostile = [
  'x:1,y:2',
  '<img src=x onerror="document.body.remove()">',
  '\x1b[31mred <b>not bold</b>\x1b[0m plain \x1b[1;32mgreen\x1b[0m',
  '=HYPERLINK("http://a"):1,<script>alert(1)</script>:2',
  'x:3,y:abc',
  'x:4,y:5',
  ...Array.from({ length: 300 }, (_, index) => `label_${index}:${index}`),
  '\u202eright to left\u202c and \u0000\u0007 controls',
];
const scores = [
  'Predictions (DSP: 12 ms., Classification: 3 ms., Anomaly: 0 ms.): ',
  '    idle: \t0.03125',
  '    wave: \t0.90234',
  '    circle: \t0.06641',
];

const scenarios = {
  empty: {},
  sine: { source: virtual('sine'), themes: true },
  faults: { source: virtual('faults', 60), deed: (page) => page.locator('.chip').click() },
  measured: {
    source: virtual('gestures'),
    deed: async (page) => {
      for (const name of ['Statistics', 'Cursors', 'Series'])
        await page.getByRole('button', { name, exact: true }).click();
    },
  },
  // As VS Code opens its panel.
  low: { source: virtual('gestures'), size: { width: 1050, height: 245 } },
  'low-measured': {
    source: virtual('gestures'),
    size: { width: 1050, height: 245 },
    themes: ['light', 'high-contrast'],
    deed: async (page) => {
      for (const name of ['Statistics', 'Cursors'])
        await page.getByRole('button', { name, exact: true }).click();
    },
  },
  'low-scores': { lines: [...scores, ...scores], size: { width: 1050, height: 245 } },
  stood: {
    lines: ['sensor 1 of 3', 'x:1,y:2', 'x:3,y:abc', 'x:4,y:5', 'ready'],
    deed: async (page) => {
      await page.getByRole('listbox', { name: 'Console' }).focus();
      for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    },
  },
  over: {
    source: virtual('sine'),
    deed: (page) => page.getByRole('combobox', { name: 'Along x' }).selectOption({ index: 1 }),
  },
  fixed: {
    source: virtual('sine'),
    deed: async (page) => {
      await page.getByRole('combobox', { name: 'Scale of y' }).selectOption('fixed');
      await page.getByRole('spinbutton', { name: 'Largest y' }).fill('2.5');
      await page.getByRole('spinbutton', { name: 'Largest y' }).press('Enter');
    },
  },
  framed: {
    source: virtual('noise'),
    deed: async (page) => {
      await page.locator('.chip').click();
      await page.getByRole('combobox', { name: 'Read lines as' }).selectOption('framed');
      await page.getByRole('textbox', { name: 'Frame begins with' }).fill('AA B');
      await page.getByRole('textbox', { name: 'Frame begins with' }).press('Enter');
    },
  },
  found: {
    source: virtual('sine'),
    deed: async (page) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('searchbox').fill('-0.5');
      for (let times = 0; times < 3; times++) await page.getByRole('searchbox').press('Enter');
    },
  },
  alerts: {
    source: virtual('sine'),
    deed: async (page) => {
      await page.getByRole('button', { name: 'Alerts' }).click();
      await page.getByRole('button', { name: 'Add' }).click();
      await page.getByRole('combobox', { name: 'When' }).selectOption('above');
      await page.getByRole('spinbutton', { name: 'Value' }).fill('0.9');
      await page.getByRole('button', { name: 'Add' }).click();
    },
  },
  hostile: { lines: hostile },
  scores: { lines: [...scores, ...scores] },
  flood: { source: virtual('noise', 20_000) },
  narrow: { source: virtual('sine'), size: { width: 420, height: 900 } },
  // A panel beside another one, pulled as small as it goes; and the side bar.
  small: { source: virtual('sine'), size: { width: 300, height: 180 } },
  'small-measured': {
    source: virtual('sine'),
    size: { width: 600, height: 240 },
    deed: (page) => page.getByRole('button', { name: 'Statistics', exact: true }).click(),
  },
  'small-alerts': {
    source: virtual('sine'),
    size: { width: 600, height: 240 },
    deed: (page) => page.getByRole('button', { name: 'Alerts', exact: true }).click(),
  },
  side: { source: virtual('gestures'), size: { width: 300, height: 700 } },
  hex: { source: virtual('noise'), deed: (page) => page.getByRole('button', { name: 'Hex' }).click() },
};

for (const [name, scenario] of Object.entries(scenarios)) {
  const size = scenario.size ?? { width: 1300, height: 300 };
  await look(name, scenario, 'dark', size, 'en');
  if (Array.isArray(scenario.themes))
    for (const theme of scenario.themes) await look(name, scenario, theme, size, 'en');
  if (scenario.themes !== true) continue;
  await look(name, scenario, 'light', size, 'en');
  await look(name, scenario, 'high-contrast', size, 'en');
  await look(name, scenario, 'dark', size, 'zh-CN');
  await look(name, scenario, 'light', { width: 700, height: 850 }, 'en');
}
await browser.close();
server.close();
console.log(failures === 0 ? 'No findings.' : `${failures} findings.`);
process.exit(failures === 0 ? 0 : 1);

async function look(scenarioName, { source, lines, deed }, theme, size, language) {
  const name = `monitor-${scenarioName}-${theme}-${size.width}-${language}`;
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) return;
  const page = await browser.newPage({ viewport: size });
  const complain = (text) => {
    failures++;
    console.log(`${name}: ${text}`);
  };
  page.on('pageerror', (error) => complain(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text());
  });
  const opened = source ?? { kind: 'tcp', host: 'board', port: 23 };
  let frames = 0;
  const service = new live.StreamService(
    (event) => {
      if (event.type === 'frame') frames++;
      const sent = event.type === 'status' ? { ...event, source: opened } : event;
      const shown = event.type === 'notice' ? { type: 'notice', notice: event } : sent;
      page.evaluate((wire) => globalThis.toPage(fromWire(wire)), toWire(shown)).catch(() => undefined);
    },
    {
      make: () => (source ? new live.VirtualSource(source) : new Lines(lines)),
      list: async () => [],
      clock: live.hostClock,
      exists: async () => true,
    },
  );
  await page.exposeFunction('askHost', (question, params) => toWire(service.answers[question](params)));
  await page.exposeFunction('tellHost', (event) => {
    if (event.type === 'view') service.setView(event.view);
    else if (event.type === 'shown') service.shown(event.frame);
    else if (event.type === 'setTriggers') service.setTriggers(event.triggers);
    else if (event.type === 'setFormat') service.setFormat(event.format);
  });
  await page.goto(`http://127.0.0.1:${port}/monitor/?${new URLSearchParams({ theme, language })}`);
  await page.waitForFunction(() => document.querySelector('h1')?.textContent);
  // The fake host keeps what the page says in a list: from now on it reaches the service.
  await page.evaluate(() => {
    const forward = (event) => globalThis.tellHost(event);
    for (const event of globalThis.fromPage) forward(event);
    globalThis.fromPage.push = (event) => {
      forward(event);
      return 0;
    };
  });
  if (source || lines) service.open(opened);
  await page.waitForTimeout(source ? 4000 : 1500);
  if (deed) {
    await deed(page);
    await page.waitForTimeout(1200);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) complain(`the page is ${wide} px wider than its window`);
  console.log(`${name}: ${frames} frames`);
  page.removeAllListeners('console');
  await page.screenshot({ path: `${pictures}/${name}.png` });
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, impact, help, nodes } of violations) {
    const text = `${impact} ${id}: ${help}; ${nodes.map(({ html: at }) => at.slice(0, 160)).join(' | ')}`;
    if (impact === 'serious' || impact === 'critical') complain(text);
    else console.log(`${name}: ${text}`);
  }
  await page.close();
  await service.dispose();
}

// What a person does on the inspector's page, by keyboard and mouse, and how long the page takes.
/* global document, requestAnimationFrame, WheelEvent, DOMParser -- inside page.evaluate */

const frame = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const heard = (page) => page.evaluate(() => globalThis.fromPage);
const tab = (page, name) => page.getByRole('tab', { name });

export const inspectorDeeds = {
  keyboard: { scenario: 'person', deed: worksByKeyboard },
  graph: { scenario: 'person', deed: walksTheGraph },
  leaving: { scenario: 'person', deed: leavesDetails },
  copies: { scenario: 'hostile', deed: copiesSafely },
  reload: { scenario: 'person', deed: survivesReload },
  renewed: { scenario: 'person', deed: keepsItsViewOfARenewedFile },
  sorting: { scenario: 'person', deed: sortsAChosenRow },
  paging: { scenario: 'person', deed: pagesThroughValues },
  'long-graph': { scenario: 'long', deed: findsItsWayInALongGraph },
  channels: { scenario: 'person', deed: looksAtChannels },
  findings: { scenario: 'keywordsHybrid', deed: leadsFromFindings },
  comparison: { scenario: 'compared', deed: showsChanges },
  'time-open': { scenario: 'reading', deed: opensFromBytes },
  'time-mobilenet': { scenario: 'mobilenet', deed: firstPicture },
  'time-long': { scenario: 'long', deed: staysQuick },
};

async function worksByKeyboard({ page, expect }) {
  await tab(page, 'Operators').focus();
  await page.keyboard.press('ArrowLeft');
  expect(
    'arrows go round the tabs',
    (await page.getByRole('tab', { selected: true }).textContent()) === 'Size',
  );
  await page.keyboard.press('Home');
  const grid = page.getByRole('grid').first();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await frame(page);
  expect(
    'the second row is chosen',
    (await page.locator('.details h2').first().textContent()).startsWith('op1 '),
  );
  await page.keyboard.press('Control+End');
  await frame(page);
  expect(
    'the last row is chosen',
    (await page.locator('.details h2').first().textContent()).startsWith('op30 '),
  );
  const active = await grid.getAttribute('aria-activedescendant');
  expect('the active cell exists', await page.evaluate((id) => document.getElementById(id) !== null, active));
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await frame(page);
  expect('Enter on a head sorts', (await page.locator('[aria-sort=ascending]').count()) === 1);
  await page.getByLabel('Go to t12, op7 or a name').fill('t12');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() =>
    document.querySelector('#panel-tensors .details h2')?.textContent?.startsWith('t12'),
  );
  await page.getByLabel('Go to t12, op7 or a name').fill('op99999');
  await page.keyboard.press('Enter');
  expect('a wrong jump is told', (await page.locator('.toast').textContent()).includes('op99999'));
  await page.keyboard.press('Control+f');
  await page.keyboard.type('softmax');
  await page.keyboard.press('Enter');
  await frame(page);
  expect(
    'a name is found',
    (await page.locator('#panel-operators .details h2').textContent()) === 'op30 SOFTMAX',
  );
  await page.keyboard.press('Control+f');
  await page.keyboard.type('conv2d bias');
  for (const first of ['1', '2']) {
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (at) => document.querySelector('.toast').textContent.startsWith(`${at} of `),
      first,
    );
  }
  await tab(page, 'Operators').click();
  await page.getByLabel('Filter operators').fill('depthwise');
  await frame(page);
  const names = await page.locator('#panel-operators .grid-body .cell:nth-child(2)').allTextContents();
  expect('the filter holds', names.length > 0 && names.every((name) => name === 'DEPTHWISE_CONV_2D'));
}

async function leavesDetails({ page, expect }) {
  const grid = page.locator('#panel-operators [role=grid]');
  const details = page.locator('#panel-operators aside');
  const width = async () => (await grid.boundingBox()).width;
  expect('nothing is chosen, and the table has the whole width', await details.isHidden());
  const whole = await width();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await details.waitFor();
  await page.keyboard.press('Escape');
  await frame(page);
  expect('Escape gives the table its width back', (await details.isHidden()) && (await width()) === whole);
  expect('which has the focus', await grid.evaluate((one) => one === document.activeElement));
  expect('no row is chosen', (await grid.locator('[aria-selected=true]').count()) === 0);
  await page.keyboard.press('Enter');
  await details.waitFor();
  expect('Enter brings them back', (await details.locator('h2').textContent()).startsWith('op0 '));
  expect('and leads into them', await details.evaluate((one) => one.contains(document.activeElement)));
  await details.getByRole('button', { name: 'Close' }).click();
  expect('the button closes them too', await details.isHidden());
  await grid.locator('[data-row="0"] .cell').first().click();
  expect('a click opens them', await details.isVisible());
}

async function walksTheGraph({ page, expect, exported }) {
  await tab(page, 'Graph').click();
  await page.waitForSelector('.node');
  const canvas = page.getByRole('application');
  const chosen = () => page.locator('#panel-graph .detail-panel h2').textContent();
  await canvas.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await frame(page);
  const first = await chosen();
  expect(`down leads to a consumer, not ${first}`, /^op\d+ /.test(first));
  await page.keyboard.press('ArrowDown');
  await frame(page);
  const second = await chosen();
  expect('down again leads on', second !== first);
  await page.keyboard.press('ArrowUp');
  await frame(page);
  expect('up leads back', (await chosen()) === first);
  await page.keyboard.press('Enter');
  expect(
    'Enter opens the row',
    (await page.getByRole('tab', { selected: true }).textContent()) === 'Operators',
  );
  expect('of that operator', (await page.locator('#panel-operators .details h2').textContent()) === first);
  await page.getByRole('button', { name: 'Show in the graph' }).click();
  await frame(page);
  expect('and back', (await chosen()) === first);
  await page.getByLabel('Search the graph').fill('softmax');
  await page.keyboard.press('Enter');
  await frame(page);
  expect('search finds', (await chosen()).includes('SOFTMAX'));
  const status = page.locator('#panel-graph .toolbar [role=status]');
  await page.getByLabel('Search the graph').fill('nothing is called so');
  expect('that nothing matches is told', (await status.textContent()) === 'No node of this graph matches.');
  // t34 is written by op0, and by no input.
  await page.getByLabel('Search the graph').fill('t34');
  await page.keyboard.press('Enter');
  await frame(page);
  expect('a tensor leads to who writes it', (await chosen()).startsWith('op0 '));
  await page.getByLabel('Search the graph').fill('');
  expect('without a search the size is told again', (await status.textContent()).startsWith('33 nodes'));
  await frame(page);
  const node = page.locator('.node.selected');
  expect('what is chosen is in sight', (await node.count()) === 1);
  await page.getByRole('button', { name: 'Save SVG' }).click();
  await page.getByRole('button', { name: 'Save PNG' }).click();
  await page.waitForFunction(() => document.querySelector('.toast').textContent.includes('.png'));
  const svg = exported.find(({ what }) => what === 'text');
  const png = exported.find(({ what }) => what === 'file');
  expect(
    'the SVG names the operators',
    svg.text.includes('DEPTHWISE_CONV_2D') && svg.suggestedName.endsWith('.svg'),
  );
  const parsed = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('rect').length,
    svg.text,
  );
  expect('the SVG parses', parsed > 30);
  const bytes = Object.values(png.bytes);
  expect('the PNG is one', bytes.slice(1, 4).join() === '80,78,71' && bytes.length > 10_000);
}

async function copiesSafely({ page, expect }) {
  expect('no markup of the file is run', (await page.title()) === 'inspector');
  expect('nor becomes an element', (await page.locator('main img, main b, main i').count()) === 0);
  await tab(page, 'Tensors').click();
  await page.locator('#panel-tensors').getByText('Copy CSV').click();
  const { text } = (await heard(page)).findLast(({ type }) => type === 'copy');
  expect('a formula is disarmed', text.includes("'=cmd|"));
  await tab(page, 'Graph').click();
  await page.waitForSelector('.node');
  await page.getByLabel('Search the graph').fill('op0');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open subgraph 1 (then)' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.node').length === 3);
  await page.screenshot({ path: 'test-results/pages/inspector-subgraph.png' });
  await page.getByRole('button', { name: 'Run by op0 IF of subgraph 0 (then)' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.node').length > 3);
  await frame(page);
  const caller = await page.locator('#panel-graph .detail-panel h2').textContent();
  expect(`a subgraph leads back to its operator, not ${caller}`, caller === 'op0 IF');
}

async function survivesReload({ page, expect, reload }) {
  await page.getByLabel('Filter operators').fill('conv');
  await page.locator('#panel-operators .grid-body .grid-row').nth(4).click();
  const chosen = await page.locator('#panel-operators .details h2').textContent();
  await tab(page, 'Graph').click();
  await page.waitForSelector('.node');
  await page.getByRole('button', { name: 'Zoom In' }).click();
  await page.waitForTimeout(500);
  const place = () => page.locator('.graph-svg > g').getAttribute('transform');
  const before = await place();
  await reload();
  await page.waitForSelector('.node');
  await page.waitForTimeout(300);
  expect('the tab is kept', (await page.getByRole('tab', { selected: true }).textContent()) === 'Graph');
  expect(`the place is kept: ${before} became ${await place()}`, (await place()) === before);
  await tab(page, 'Operators').click();
  expect('the filter is kept', (await page.getByLabel('Filter operators').inputValue()) === 'conv');
  expect('the choice is kept', (await page.locator('#panel-operators .details h2').textContent()) === chosen);
}

/** A build writes the file anew, or takes it away for a moment. */
async function keepsItsViewOfARenewedFile({ page, expect }) {
  const state = await page.evaluate(() => globalThis.lastState);
  const send = (next) =>
    page
      .evaluate((event) => globalThis.toPage({ type: 'state', state: event }), next)
      .then(() => frame(page));
  const scrolled = () => page.locator('#panel-operators .grid').evaluate(({ scrollTop }) => scrollTop);
  await page.locator('#panel-operators .grid').evaluate((grid) => (grid.scrollTop = 40));
  await frame(page);
  const jump = page.getByLabel('Go to t12, op7 or a name');
  await jump.focus();
  await page.keyboard.type('op');
  await send({ ...state, revision: 2 });
  await page.keyboard.type('3');
  expect(`who types goes on typing, not ${await jump.inputValue()}`, (await jump.inputValue()) === 'op3');
  await send({ kind: 'unreadable', fileName: state.fileName, why: [] });
  await send({ ...state, revision: 3 });
  const top = await scrolled();
  expect(`the table stands where it stood, not at ${top}`, top === 40);

  await jump.fill('t2');
  await page.keyboard.press('Enter');
  const next = page.locator('#panel-tensors .values vscode-button', { hasText: 'Next' });
  await next.click();
  const shown = page.locator('#panel-tensors .values [role=status]');
  await page.waitForFunction(() =>
    document.querySelector('.values [role=status]')?.textContent.startsWith('Values 128 '),
  );
  await page.locator('#panel-tensors .detail-panel').evaluate((panel) => (panel.scrollTop = 300));
  await send({ ...state, revision: 4 });
  await page.waitForTimeout(400);
  expect(
    `the page of values is kept: ${await shown.textContent()}`,
    (await shown.textContent()).startsWith('Values 128 '),
  );
  const panel = await page.locator('#panel-tensors .detail-panel').evaluate(({ scrollTop }) => scrollTop);
  expect(`so is the place in the details: ${panel}`, panel === 300);
}

async function sortsAChosenRow({ page, expect }) {
  await page.locator('#panel-operators .grid-body .grid-row').nth(2).click();
  await page.getByRole('grid').first().focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  for (const direction of ['ascending', 'descending']) {
    await page.keyboard.press('Enter');
    await frame(page);
    const sorted = await page.locator(`#panel-operators [aria-sort=${direction}]`).count();
    expect(`Enter on a head sorts, ${direction}, also when a row is chosen`, sorted === 1);
  }
}

async function pagesThroughValues({ page, expect }) {
  await page.evaluate(() => globalThis.toPage({ type: 'reveal', subgraph: 0, tensor: 1 }));
  const values = page.locator('#panel-tensors .values');
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  await values.locator('vscode-button', { hasText: 'Next' }).focus();
  for (let turn = 1; turn <= 8; turn++) {
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (first) => document.querySelector('.values [role=status]').textContent.startsWith(`Values ${first} `),
      (128 * turn).toLocaleString('en'),
    );
    const expected = turn < 8 ? 'Next' : 'Previous';
    expect(`after ${turn} pages ${await focused()} has the focus`, (await focused()) === expected);
  }
  const before = await page.locator('#panel-tensors .details canvas').count();
  const dropdown = page.locator('#panel-tensors .details').getByRole('combobox');
  await dropdown.focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => /^-?\d+$/.test(document.querySelector('.values td').textContent));
  expect(
    'codes are shown from where the values were',
    (await values.textContent()).includes('Values 1,024 '),
  );
  expect('the charts stay', (await page.locator('#panel-tensors .details canvas').count()) === before);
  expect(
    'the choice keeps the focus',
    await page.evaluate(() => document.activeElement.matches('vscode-dropdown')),
  );
}

/** What is asked for before the whole graph is laid out waits for it. */
async function findsItsWayInALongGraph({ page, expect, exported }) {
  const jump = page.getByLabel('Go to t12, op7 or a name');
  await jump.fill('op2500');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Show in the graph$/i }).click();
  await page.waitForSelector('.node');
  await page.getByRole('button', { name: 'Save SVG' }).click();
  await page.waitForFunction(() =>
    /3,002 nodes/.test(document.querySelector('.graph-panel [role=status]').textContent),
  );
  await frame(page);
  expect('the operator is in sight', await page.locator('.node.selected').isVisible());
  const drawn = await page.locator('.node.selected').boundingBox();
  const canvas = await page.locator('.graph-canvas').boundingBox();
  expect(
    'within the canvas',
    drawn && drawn.y > canvas.y && drawn.y + drawn.height < canvas.y + canvas.height,
  );
  await page.waitForFunction(() => document.querySelector('.toast').textContent.includes('.svg'));
  const svg = exported.findLast(({ what }) => what === 'text');
  expect('the whole graph is saved', svg.text.match(/<rect /g).length === 3003);
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.waitForSelector('.far');
  await page.screenshot({ path: 'test-results/pages/inspector-far.png' });
  await tab(page, 'Tensors').click();
  await jump.fill('t3001');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() =>
    document.querySelector('#panel-tensors .details h2')?.textContent.startsWith('t3001 '),
  );
  const links = await page.locator('#panel-tensors .facts .links button').count();
  expect(`${links} of its readers are listed`, links <= 24);
}

async function looksAtChannels({ page, expect }) {
  await page.evaluate(() => globalThis.toPage({ type: 'reveal', subgraph: 0, tensor: 2 }));
  const rows = page.locator('#panel-tensors .details .grid-body .grid-row');
  await rows.nth(3).click();
  await page.getByText('Histogram of the codes of channel 3').waitFor();
  await page.waitForTimeout(300);
  const chart = page.locator('.channel-histogram canvas');
  expect('the picture is told in words', (await chart.getAttribute('aria-label')).includes('most often'));
  await chart.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/pages/inspector-channel.png' });
  // What was taken out of the page follows the theme no longer: the page hears of it as often as before.
  const observers = () => page.evaluate(() => globalThis.themeObservers);
  const before = await observers();
  for (let turn = 0; turn < 6; turn++) {
    await page.evaluate(
      (tensor) => globalThis.toPage({ type: 'reveal', subgraph: 0, tensor }),
      2 + (turn % 2),
    );
    await page.waitForFunction(
      (tensor) =>
        document.querySelector('#panel-tensors .details h2')?.textContent.startsWith(`t${tensor} `) &&
        document.querySelector('#panel-tensors .details .chart-card'),
      2 + (turn % 2),
    );
    await frame(page);
  }
  expect(
    `charts that are gone are let go: ${before} became ${await observers()}`,
    (await observers()) <= before + 1,
  );
}

async function leadsFromFindings({ page, expect }) {
  const summary = page.locator('.all-findings summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.screenshot({ path: 'test-results/pages/inspector-findings.png' });
  await page.getByRole('button', { name: 'TML003' }).first().click();
  const opened = (await heard(page)).at(-1);
  expect('the code opens its page', opened.type === 'openFindingPage' && opened.code === 'TML003');
  await page.locator('.all-findings').getByRole('button', { name: 'op2', exact: true }).first().click();
  await frame(page);
  const details = page.locator('#panel-operators .details');
  expect('the place leads to the row', (await details.locator('h2').textContent()).startsWith('op2 '));
  expect('which repeats the finding', (await details.locator('.findings').count()) === 1);
  await page.evaluate(() => globalThis.toPage({ type: 'reveal', subgraph: 0, tensor: 5 }));
  await page.waitForFunction(() =>
    document.querySelector('#panel-tensors .details h2')?.textContent?.startsWith('t5'),
  );
}

async function showsChanges({ page, expect }) {
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await frame(page);
  const changes = await page.locator('.pair table').textContent();
  expect('what changed is told', changes.includes('FLOAT32') && changes.includes('max |Δ|'));
  await page.screenshot({ path: 'test-results/pages/inspector-comparison-row.png', fullPage: true });
  await page.getByRole('button', { name: 'Inspect op0 after' }).click();
  const { type, side, operator } = (await heard(page)).at(-1);
  const dropdown = page.getByRole('combobox');
  const pairs = () => page.getByRole('grid').getAttribute('aria-rowcount');
  const changed = await pairs();
  for (const key of ['ArrowDown', 'ArrowUp']) {
    await dropdown.focus();
    await page.keyboard.press(key);
    await frame(page);
  }
  const kept = await page.evaluate(() => JSON.parse(globalThis.sessionStorage.getItem('kept')).onlyChanged);
  expect('both choices can be chosen again', kept === true && (await pairs()) === changed);
  expect('a side is opened at the operator', type === 'inspect' && side === 'after' && operator === 0);
  await page.getByRole('button', { name: 'Swap Sides' }).click();
  expect('sides are swapped', (await heard(page)).at(-1).type === 'swap');
}

/** From the bytes on the host to the first picture of the page, by the machine's one clock. */
async function opensFromBytes({ page, expect, readMobilenet }) {
  const times = [];
  for (let turn = 0; turn < 5; turn++) {
    await page.reload();
    await page.waitForSelector('h1');
    const now = () => performance.timeOrigin + performance.now();
    const started = now();
    // Text, as VS Code sends what the host says to a page.
    const message = JSON.stringify({ type: 'state', state: readMobilenet() });
    const painted = await page.evaluate(
      (text) =>
        new Promise((done) => {
          globalThis.toPage(JSON.parse(text));
          const look = () => {
            if (!document.querySelector('.grid-body .grid-row')) return requestAnimationFrame(look);
            // After the frame that shows it.
            return requestAnimationFrame(() =>
              setTimeout(() => done(performance.timeOrigin + performance.now())),
            );
          };
          look();
        }),
      message,
    );
    times.push(painted - started);
  }
  const sorted = times.toSorted((a, b) => a - b);
  console.log(
    `time-open: mobilenet, bytes on the host to first picture on the page ${times.map((ms) => ms.toFixed(0)).join(', ')} ms, median ${sorted[2].toFixed(0)} ms`,
  );
  expect('bytes become a picture within 300 ms', sorted[0] <= 300);
}

async function firstPicture({ page, expect }) {
  const times = [];
  for (let turn = 0; turn < 3; turn++) {
    await page.reload();
    await page.waitForSelector('.grid-body .grid-row');
    times.push(
      await page.evaluate(() =>
        performance.getEntriesByName('state-sent').length === 0
          ? NaN
          : performance.getEntriesByName('first-picture')[0].startTime -
            performance.getEntriesByName('state-sent')[0].startTime,
      ),
    );
  }
  console.log(`time-mobilenet: state to first picture ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  expect('the first picture comes within 300 ms', Math.min(...times) <= 300);
}

async function staysQuick({ page, expect }) {
  const rows = await page.locator('.grid-body .grid-row').count();
  expect(`the table holds ${rows} rows`, rows > 10 && rows < 120);
  const picture = await page.evaluate(
    () =>
      performance.getEntriesByName('first-picture')[0].startTime -
      performance.getEntriesByName('state-sent')[0].startTime,
  );
  const scrolled = await framesWhile(page, '.grid', (grid, frame) => (grid.scrollTop = frame * 400));
  const clicked = Date.now();
  await tab(page, 'Graph').click();
  await page.waitForSelector('.node');
  const firstScreen = Date.now() - clicked;
  await page.waitForFunction(() =>
    /3,002 nodes/.test(document.querySelector('.graph-panel [role=status]').textContent),
  );
  const whole = Date.now() - clicked;
  const panned = await framesWhile(page, '.graph-canvas', (canvas, frame) =>
    canvas.dispatchEvent(
      new WheelEvent('wheel', { deltaY: 60, deltaX: frame % 2, bubbles: true, cancelable: true }),
    ),
  );
  const inDocument = await page.locator('.graph-svg *').count();
  await page.getByRole('button', { name: 'Fit' }).click();
  await frame(page);
  const fitted = await framesWhile(page, '.graph-canvas', (canvas, frame) =>
    canvas.dispatchEvent(
      new WheelEvent('wheel', { deltaY: frame % 40 < 20 ? 10 : -10, bubbles: true, cancelable: true }),
    ),
  );
  console.log(
    `time-long: table ${picture.toFixed(0)} ms after the state, scrolling ${scrolled} frames/s; graph first screen ` +
      `${firstScreen} ms, whole ${whole} ms, panning ${panned} frames/s with ${inDocument} elements, as a whole ${fitted} frames/s`,
  );
  expect('the first screen comes within 2 s', firstScreen <= 2000);
  expect('the whole comes within 4 s', whole <= 4000);
  expect('panning keeps 30 frames a second', panned >= 30);
}

/** Frames a second while something is done in each of 90. */
async function framesWhile(page, selector, deed) {
  // Text of the deed goes into the expression: playwright passes the page's rights, an eval inside would not.
  const seconds = await page.evaluate(`(async () => {
    const deed = ${deed.toString()};
    const target = [...document.querySelectorAll('${selector}')].find((one) => one.offsetParent !== null);
    const startedAt = performance.now();
    for (let frame = 0; frame < 90; frame++) {
      deed(target, frame);
      await new Promise(requestAnimationFrame);
    }
    return (performance.now() - startedAt) / 1000;
  })()`);
  return Math.round(90 / seconds);
}

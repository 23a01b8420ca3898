// Whether the training page holds on to earlier runs: a person trains again hundreds of times.
/* global document, requestAnimationFrame -- inside page.evaluate */

const firstCount = 20;
const lastCount = 200;
const settledMs = 1000;

/** Charts, controls and listeners of earlier runs must go; what is left after 20 runs is all there is after 200. */
export async function memoryOfRuns(page, expect) {
  const devtools = await page.context().newCDPSession(page);
  await page.evaluate(prepare);
  const measured = async (runs) => {
    await page.evaluate(
      (count) => globalThis.runAgain(count),
      runs - (await page.evaluate('globalThis.runs')),
    );
    // What is out of view is drawn later; and what one collection frees may hold what only the next one frees.
    await page.waitForTimeout(settledMs);
    for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners: listeners } = await devtools.send('Memory.getDOMCounters');
    const found = { megabytes: usedSize / 1e6, nodes, listeners, canvases: await canvases(devtools) };
    console.log(
      `training page after ${runs} runs: ${found.megabytes.toFixed(1)} MB, ${nodes} nodes, ` +
        `${listeners} listeners, ${found.canvases} canvases of charts`,
    );
    return found;
  };
  const first = await measured(firstCount);
  for (const count of [65, 110, 155]) await measured(count);
  const last = await measured(lastCount);
  for (const [name, count] of Object.entries(last)) {
    expect(`${name} grew from ${first[name]} to ${count}`, count <= 1.05 * first[name]);
  }
}

/** Those that are alive, in the page or out of it: each chart that is not let go keeps its own. */
async function canvases(devtools) {
  const expression = 'HTMLCanvasElement.prototype';
  const { result } = await devtools.send('Runtime.evaluate', { expression });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  // Only the count is asked for: what DevTools is shown, it holds on to.
  const { result: counted } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await devtools.send('Runtime.releaseObject', { objectId: objects.objectId });
  await devtools.send('Runtime.releaseObject', { objectId: result.objectId });
  return counted.value;
}

/** Inside the page: a run as the host tells of it, from its first state over its epochs to the list of runs. */
async function prepare() {
  const heard = new Promise((done) => {
    const listen = ({ data: { event } }) => {
      if (event?.type !== 'state') return;
      globalThis.removeEventListener('message', listen);
      done(event.state);
    };
    globalThis.addEventListener('message', listen);
  });
  // A delta that does not fit makes the page ask for everything.
  globalThis.toPage({ type: 'epochs', run: 1, model: 0, from: 1e6, logs: {} });
  const finished = await heard;
  const frames = async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
  };
  const untrained = ({ name, layers, parameters, epochs }) => {
    const history = { loss: [], mae: [], val_loss: [], val_mae: [] };
    return { name, layers, parameters, epochs, history };
  };
  const newestOf = ({ snapshots: { epochs, outputs, weights } }) => ({
    epoch: 100,
    outputs: outputs.slice(-outputs.length / epochs.length),
    weights: weights.slice(-weights.length / epochs.length),
  });
  let runs = finished.runs;
  const once = async (run) => {
    const { models } = finished;
    const starting = { ...finished, run, runs, phase: { name: 'training', current: 0 } };
    globalThis.toPage({
      type: 'state',
      state: { ...starting, converted: [], device: undefined, models: models.map(untrained) },
    });
    await frames(1);
    for (const [model, trained] of models.entries()) {
      const logs = Object.fromEntries(
        Object.entries(trained.history).map(([name, values]) => [name, values.slice(0, 100)]),
      );
      globalThis.toPage({ type: 'epochs', run, model, from: 0, logs, newest: newestOf(trained) });
      await frames(1);
    }
    runs = [...runs, { ...finished.runs[0], run }].slice(-10);
    globalThis.toPage({ type: 'state', state: { ...finished, run, runs } });
    await frames(2);
    if (run % 5 === 0) document.querySelector('.runs input[type="checkbox"]').click();
    if (run % 5 === 1) document.querySelector('.fit-controls .tool:not(.play)').click();
    await frames(1);
  };
  globalThis.runs = 1;
  globalThis.runAgain = async (count) => {
    for (let made = 0; made < count; made++) await once(++globalThis.runs);
  };
}

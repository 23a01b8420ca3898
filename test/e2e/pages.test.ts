/**
 * What a person does on the pages, without VS Code around them: of the deeds below `pages/` those that are quick. The harnesses
 * beside them do the rest by hand; see the line that is printed.
 */
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { run } from '../../scripts/run.mjs';
import { hasShared } from '../shared';
import { inspectorDeeds } from './pages/inspectorDeeds.mjs';

const tools = inject('tools');
const pages = 'test/e2e/pages';

/** @param done what is printed of each that was done: a name that nothing has would do nothing, and find nothing */
async function expectNoFindings(
  harness: string,
  wanted: readonly string[],
  done: (name: string) => string,
): Promise<void> {
  const chromium = tools.ready ? tools.chromium : '';
  const env = { ...process.env, CHROMIUM_PATH: chromium };
  const { code, output } = await run(process.execPath, [join(pages, harness), ...wanted], {
    env,
    quiet: true,
  });
  expect(code, output).toBe(0);
  for (const name of wanted) expect(output).toContain(done(name));
}

const asDone = (name: string): string => `${name}: done`;
/** They measure times, which needs a machine of their own, or take long. */
const isSlow = (name: string): boolean => /^(time|long)-/.test(name);

describe.skipIf(!tools.ready)('the pages by themselves', () => {
  afterAll(() => {
    const slow = Object.keys(inspectorDeeds)
      .filter(isSlow)
      .map((name) => `act-${name}`);
    console.log(
      `Left out for their time, run by hand: node ${pages}/inspectorHarness.mjs ${slow.join(' ')}; ` +
        `node ${pages}/harness.mjs act-zooms act-memory; with axe on every picture: each harness without names.`,
    );
  });

  it('training: epochs come in, a chart and an earlier run are saved', async () => {
    await expectNoFindings('harness.mjs', ['act-follows', 'act-saves', 'act-little', 'act-earlier'], asDone);
  });

  it.skipIf(!hasShared)(
    'the inspector: keyboard, graph, tables, values, copies, findings, comparison',
    async () => {
      const quick = Object.keys(inspectorDeeds).filter((name) => !isSlow(name));
      await expectNoFindings(
        'inspectorHarness.mjs',
        quick.map((name) => `act-${name}`),
        asDone,
      );
    },
  );

  it('the monitor: text that would be markup, scores of classes; axe has nothing serious', async () => {
    await expectNoFindings(
      'monitorHarness.mjs',
      ['monitor-hostile-dark-1300-en', 'monitor-scores-dark-1300-en'],
      (name) => `${name}: `,
    );
  });
});

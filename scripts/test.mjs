// @ts-check
// `npm test`: every check of the project, one after the other; a failure does not hide the next one. `--all` or CI=true
// adds the heavy judges (TensorFlow, TensorFlow Lite Micro, NumPy), and with CI=true a missing tool is a failure.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder, root } from './paths.mjs';
import { run, runNode } from './run.mjs';

const inCi = process.env.CI === 'true';
const withJudges = inCi || process.argv.includes('--all');

/** @typedef {{ readonly passed: number, readonly failed: number }} Count */
/** @typedef {{ readonly name: string, readonly seconds: number, readonly outcome: string, readonly count: Count }} Row */

/** @type {Row[]} */
const rows = [];
const start = Date.now();

// Downloads take as long as the checks that need none: both go on at once.
const installing = runNode(
  [join(root, 'scripts', 'install', 'tools.mjs'), ...(withJudges ? ['--judges'] : [])],
  { quiet: true },
);
// ESLint with types keeps one core busy for longer than all the others together.
await Promise.all([check('lint', 'check:lint'), otherChecks()]);
// With the judges, what is fuzzed is fuzzed ten times as long.
await suite('unit', ['unit'], withJudges ? { TINYML_JUDGES: 'true' } : {});
await install();
if (withJudges) await suite('judges', ['judges']);
else skip('judges', 'the judges (TensorFlow, TensorFlow Lite Micro, NumPy) run with: npm test -- --all');
await suite('e2e', ['e2e', 'e2e-alone']);
report();

async function otherChecks() {
  await check('format', 'check:format');
  await check('imports', 'check:imports');
  await check('types', 'check:types');
  // Tests of the terminal and of what ships read the bundles.
  await check('build', 'build');
}

/**
 * A check that is one test: it passes or fails. Its output comes when it ends, since another check may be under way.
 *
 * @param {string} name
 * @param {string} script of package.json
 */
async function check(name, script) {
  await timed(name, async () => {
    const { code, output } = await run('npm', ['run', '--silent', script], { quiet: true });
    console.log(`\n── ${name} ──\n${output.trim()}`);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  });
}

/**
 * Projects of vitest, one after the other.
 *
 * @param {string} name
 * @param {readonly string[]} projects
 * @param {Readonly<Record<string, string>>} [env]
 */
async function suite(name, projects, env = {}) {
  await timed(name, async () => {
    console.log(`\n── ${name} ──`);
    const results = join(resultsFolder, `${name}.json`);
    mkdirSync(resultsFolder, { recursive: true });
    rmSync(results, { force: true });
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const args = [vitest, 'run', ...projects.map((project) => `--project=${project}`)];
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
    const { code } = await run(process.execPath, [...args, ...reporters], {
      env: { ...process.env, ...env },
    });
    return count(results, code);
  });
}

/**
 * @param {string} results
 * @param {number} code
 * @returns {Count}
 */
function count(results, code) {
  if (!existsSync(results)) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  // A file that cannot be loaded, or a set-up that fails, fails no test of its own.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) };
}

/** On a person's machine the tests themselves say what is missing, and are skipped; in CI that is a failure. */
async function install() {
  await timed('install', async () => {
    const { code, output } = await installing;
    console.log(`\n── install ──\n${output.trim()}`);
    return { passed: 0, failed: code !== 0 && inCi ? 1 : 0 };
  });
}

/**
 * @param {string} name
 * @param {() => Promise<Count>} work
 */
async function timed(name, work) {
  const begin = Date.now();
  const result = await work();
  rows.push({
    name,
    seconds: (Date.now() - begin) / 1000,
    outcome: result.failed > 0 ? 'FAILED' : 'passed',
    count: result,
  });
}

/**
 * @param {string} name
 * @param {string} why
 */
function skip(name, why) {
  console.log(`\n── ${name} ──\nSkipped: ${why}`);
  rows.push({ name, seconds: 0, outcome: 'skipped', count: { passed: 0, failed: 0 } });
}

function report() {
  console.log('');
  for (const { name, seconds, outcome, count } of rows) {
    console.log(
      `${name.padEnd(16)} ${outcome.padEnd(8)} ${seconds.toFixed(1).padStart(7)} s  ${count.passed} passed, ${count.failed} failed`,
    );
  }
  const passed = rows.reduce((sum, row) => sum + row.count.passed, 0);
  const failed = rows.reduce((sum, row) => sum + row.count.failed, 0);
  console.log(`total ${((Date.now() - start) / 1000).toFixed(1)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

// @ts-check
// What the tests need beside the packages of package.json. `node scripts/install/tools.mjs [--judges]` installs it, and says
// what is missing with exit code 1.
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './apt.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureCodeServer } from './codeServer.mjs';
import { ensureNode24 } from './node24.mjs';
import { ensureOldCodeServer } from './oldCodeServer.mjs';
import { ensurePythonJudges } from './pythonJudges.mjs';
import { ensureTfjsNode } from './tfjsNode.mjs';

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {boolean} isJudge heavy: only with CI=true or `npm test -- --all`
 * @property {() => Promise<import('./outcome.mjs').Outcome<unknown>>} ensure
 */

/** @type {readonly Tool[]} */
const withPip = [
  { name: 'TensorFlow, TensorFlow Lite Micro, NumPy', isJudge: true, ensure: ensurePythonJudges },
  { name: 'tfjs-node', isJudge: true, ensure: ensureTfjsNode },
];

/** @type {readonly Tool[]} */
const withAptAndNpm = [
  {
    name: 'socat (pseudo terminals as serial cables)',
    isJudge: true,
    ensure: () => ensurePackages(['socat']),
  },
  {
    name: 'compiler and emulator of a Cortex-M4 board',
    isJudge: true,
    ensure: () => ensurePackages(['gcc-arm-none-eabi', 'libnewlib-arm-none-eabi', 'qemu-system-arm']),
  },
  {
    name: 'compiler of C++ and the verifier that FlatBuffers makes from a schema',
    isJudge: true,
    ensure: () => ensurePackages(['g++', 'flatbuffers-compiler', 'libflatbuffers-dev']),
  },
  { name: 'Node 24', isJudge: false, ensure: ensureNode24 },
  { name: 'Chromium', isJudge: false, ensure: ensureChromium },
  { name: 'code-server', isJudge: false, ensure: ensureCodeServer },
  { name: 'code-server with VS Code 1.99', isJudge: true, ensure: ensureOldCodeServer },
];

/**
 * The two lists at once, since one downloads while the other compiles; each list one tool after the other.
 *
 * @param {boolean} withJudges
 * @returns {Promise<readonly string[]>} a line for each tool that is missing
 */
export async function ensureTools(withJudges) {
  /** @param {readonly Tool[]} tools */
  const missingOf = async (tools) => {
    const absent = [];
    for (const { name, isJudge, ensure } of tools) {
      if (isJudge && !withJudges) continue;
      const outcome = await ensure();
      if (!outcome.ok) absent.push(`${name}: ${outcome.reason}`);
    }
    return absent;
  };
  return (await Promise.all([withPip, withAptAndNpm].map(missingOf))).flat();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const absent = await ensureTools(process.argv.includes('--judges'));
  for (const line of absent) console.error(line);
  process.exitCode = absent.length > 0 ? 1 : 0;
}

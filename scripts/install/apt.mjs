// @ts-check
import { run } from '../run.mjs';
import { installed, missing } from './outcome.mjs';

let updated = false;
/** apt takes one at a time. */
let lastTurn = /** @type {Promise<unknown>} */ (Promise.resolve());

/**
 * Makes sure that Debian packages are there: as root they are installed, otherwise the answer says how.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<import('./outcome.mjs').Outcome<undefined>>}
 */
export function ensurePackages(packages) {
  const turn = lastTurn.then(() => installAbsent(packages));
  lastTurn = turn.catch(() => undefined);
  return turn;
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<import('./outcome.mjs').Outcome<undefined>>}
 */
async function installAbsent(packages) {
  // Its shell answers for a program that is not there, with a code of its own.
  if (process.platform === 'win32')
    return missing(`There is no apt here; install ${packages.join(', ')} by hand.`);
  const absent = [];
  for (const name of packages) {
    const { code, output } = await run('dpkg-query', ['-W', '-f', '${Status}', name], { quiet: true });
    if (code === 127) return missing(`There is no apt here; install ${packages.join(', ')} by hand.`);
    if (code !== 0 || !output.includes('install ok installed')) absent.push(name);
  }
  if (absent.length === 0) return installed(undefined);

  const command = `apt-get install -y --no-install-recommends ${absent.join(' ')}`;
  if (process.getuid?.() !== 0)
    return missing(`Missing: ${absent.join(', ')}. Install with: sudo ${command}`);

  console.log(`Installing ${absent.join(', ')} with apt…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!updated) {
    // A stale list of one source must not stop the rest: whether it was needed shows in the installation below.
    await run('apt-get', ['update', '-qq'], { quiet: true, env });
    updated = true;
  }
  const { code, output } = await run('apt-get', command.split(' ').slice(1), { quiet: true, env });
  if (code !== 0) return missing(`"${command}" failed:\n${output.trim().split('\n').slice(-5).join('\n')}`);
  return installed(undefined);
}

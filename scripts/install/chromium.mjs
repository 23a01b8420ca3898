// @ts-check
import { ensurePackages } from './apt.mjs';
import { findProgram } from './findProgram.mjs';
import { installed, missing } from './outcome.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * A Chromium to drive: the one that CHROMIUM_PATH names, the one on PATH, or Debian's.
 *
 * @returns {Promise<import('./outcome.mjs').Outcome<string>>} its path
 */
export async function ensureChromium() {
  const present = process.env.CHROMIUM_PATH ?? findProgram(names);
  // Without a font for Chinese the pictures of the Chinese tests show boxes; nothing fails for it.
  if (process.getuid?.() === 0) await ensurePackages(['fonts-noto-cjk']);
  if (present) return installed(present);

  const packages = await ensurePackages(['chromium']);
  if (!packages.ok) return missing(`No Chromium was found. ${packages.reason}`);
  const path = findProgram(names);
  return path ? installed(path) : missing('Chromium was installed, but it is not on PATH.');
}

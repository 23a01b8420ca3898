// @ts-check
import { chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Headless Chromium with a window as large as a laptop's.
 *
 * @param {string} executablePath
 */
export function launchBrowser(executablePath) {
  return chromium.launch({ executablePath, args: flags });
}

export const windowSize = { width: 1440, height: 900 };

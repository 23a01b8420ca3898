// @ts-check
// `npm run notices` writes ThirdPartyNotices.txt: the licence of every package whose code is in the bundles.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './paths.mjs';
import { shippedPackages } from './shippedPackages.mjs';

const path = join(root, 'ThirdPartyNotices.txt');
const line = '-'.repeat(80);

/** @returns {string} the text of the file */
export function thirdPartyNotices() {
  const notices = shippedPackages().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const title = `${name} ${version} (${license})${homepage ? `\n${homepage}` : ''}`;
    return `${line}\n${title}\n${line}\n\n${licenceText(folder, name, license)}\n`;
  });
  return `TinyML Workbench contains code of these packages, under their own licences.\n\n${notices.join('\n')}`;
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} license its identifier, where the package brings no text
 */
function licenceText(folder, name, license) {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (!file) return `The package ${name} brings no licence text; it names ${license} in its package.json.`;
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(path, thirdPartyNotices());

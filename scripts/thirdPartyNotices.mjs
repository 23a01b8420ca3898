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
    const { version, license, homepage, author } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const title = `${name} ${version} (${license})${homepage ? `\n${homepage}` : ''}`;
    return `${line}\n${title}\n${line}\n\n${licenceText(folder, license, author?.name ?? author)}\n`;
  });
  return `TinyML Workbench contains code of these packages, under their own licences.\n\n${notices.join('\n')}`;
}

/**
 * @param {string} folder
 * @param {string} license its identifier, where the package brings no text
 * @param {string | undefined} author
 */
function licenceText(folder, license, author) {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file) return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  if (license === 'MIT' && author) return mitLicence(author);
  if (license === 'Apache-2.0') return apacheLicence(folder);
  throw new Error(`${folder} brings no licence text, and ${license} is not one that we can fill in.`);
}

/** @param {string} holder */
function mitLicence(holder) {
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').replaceAll('\r\n', '\n').trim();
  return own.replace(/Copyright \(c\).*/, `Copyright (c) ${holder}`);
}

/**
 * The licence's own text has no holes: it is the same for every package. Who holds the copyright stands in the sources.
 *
 * @param {string} folder
 */
function apacheLicence(folder) {
  const source = readFileSync(join(folder, 'dist', 'index.js'), 'utf8');
  const holder = /Copyright \d{4} [^\n]*/.exec(source)?.[0];
  if (!holder) throw new Error(`${folder} names no holder of its copyright in dist/index.js.`);
  const text = readFileSync(join(root, 'node_modules', 'flatbuffers', 'LICENSE'), 'utf8');
  return `${holder.trim()}\n\n${text.replaceAll('\r\n', '\n').trim()}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(path, thirdPartyNotices());

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/paths.mjs';
import { shippedPackages } from '../../../scripts/shippedPackages.mjs';
import { thirdPartyNotices } from '../../../scripts/thirdPartyNotices.mjs';

beforeAll(() => {
  if (!existsSync(join(root, 'dist', 'meta.json')))
    execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root });
}, 60_000);

describe('what ships', () => {
  it('is the table of the README, with a reason for each package', () => {
    const table = /<!-- ships -->([\s\S]*?)<!-- \/ships -->/.exec(read('README.md'))?.[1] ?? '';
    const rows = [...table.matchAll(/^\| `([^`]+)` +\| +(.+?) +\|/gm)];
    expect(rows.map(([, name]) => name).sort()).toEqual(shippedPackages());
    for (const [, name, reason = ''] of rows)
      expect(reason.length, `a reason for ${name}`).toBeGreaterThan(20);
  });

  it('is what ThirdPartyNotices.txt names, with the licences of the installed versions', () => {
    expect(read('ThirdPartyNotices.txt')).toBe(thirdPartyNotices());
  });

  it('leads nowhere by a link of its documents but to what ships too', () => {
    const shipped = shippedFiles();
    const documents = shipped.filter((path) => path.endsWith('.md'));
    expect(documents).toContain('docs/findings/TML001.md');
    for (const path of documents) {
      for (const [, link = ''] of read(path).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) {
        const target = join(dirname(path), link).replaceAll('\\', '/');
        const isShipped = shipped.some((one) => one === target || one.startsWith(`${target}/`));
        expect(isShipped, `${path} leads to ${link}`).toBe(true);
      }
    }
  });

  it('does not contain what is only a fallback or a build tool', () => {
    for (const name of ['@tensorflow/tfjs-node', 'typescript', 'esbuild', 'axe-core', 'playwright-core']) {
      expect(shippedPackages()).not.toContain(name);
    }
  });
});

/** Documents and pictures that `.vscodeignore` lets through; what it names besides is built. */
function shippedFiles(): readonly string[] {
  const allowed = read('.vscodeignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => patternOf(line.slice(1)));
  const files = ['docs', 'media'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  return [...readdirSync(root), ...files]
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => allowed.some((pattern) => pattern.test(path)));
}

/** `**` stands for any folders, `*` for a part of one name. */
function patternOf(glob: string): RegExp {
  const parts = glob.split(/(\*\*\/|\*\*|\*)/).map((part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
}

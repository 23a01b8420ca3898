import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { subcommands } from '../../../src/cli/subcommands';
import { root } from '../../../scripts/paths.mjs';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: {
      readonly commandPalette?: readonly { readonly command: string; readonly when: string }[];
    };
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope: string }>>;
    }[];
  };
}

const { contributes } = json('package.json') as Manifest;
const hidden = (contributes.menus.commandPalette ?? [])
  .filter(({ when }) => when === 'false')
  .map(({ command }) => command);
const inPalette = contributes.commands.filter(({ command }) => !hidden.includes(command));
const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

describe.each([
  { page: 'README.md', strings: 'package.nls.json' },
  { page: 'README.zh-cn.md', strings: 'package.nls.zh-cn.json' },
])('$page', ({ page, strings }) => {
  const text = read(page);
  const words = json(strings) as Readonly<Record<string, string>>;

  it('lists the commands of the palette', () => {
    const listed = rows(text, 'commands').map(([name]) => name);
    const titles = inPalette.map(({ title }) => `**TinyML: ${words[title.slice(1, -1)] ?? title}**`);
    expect(listed.toSorted()).toEqual(titles.toSorted());
  });

  it('lists the settings, with their defaults and scopes', () => {
    const listed = rows(text, 'settings').map(([name, value, scope]) => [name, shownDefault(value), scope]);
    const declared = settings.map(([name, { default: value, scope }]) => [
      `\`${name}\``,
      Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value),
      scope,
    ]);
    expect(listed.toSorted()).toEqual(declared.toSorted());
  });

  it('names every subcommand of the terminal', () => {
    const listed = new Set([...text.matchAll(/^\| `tinyml (\w+)/gm)].map(([, name]) => name));
    expect([...listed].toSorted()).toEqual(Object.keys(subcommands).toSorted());
  });
});

describe.each(['README.md', 'README.zh-cn.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md'])(
  '%s',
  (page) => {
    it('links to files that exist', () => {
      const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '');
      for (const link of links.filter((target) => !/^https?:/.test(target))) {
        expect(existsSync(join(root, dirname(page), link)), link).toBe(true);
      }
    });
  },
);

describe('both READMEs', () => {
  const pages = ['README.md', 'README.zh-cn.md'].map(read);

  it.each([
    ['levels of headings', /^#+(?= )/gm],
    ['pictures', /\]\(media\/[^)]+\)/g],
    ['blocks of code', /^```[^]*?^```/gm],
    ['files and commands of the terminal at the beginning of a row', /^\| `[\w ]+[^`]*`/gm],
  ])('have the same %s, in the same order', (_, pattern) => {
    // What ships is listed in one of them.
    const [english, chinese] = pages.map((text) =>
      [...text.replace(/<!-- ships -->[^]*<!-- \/ships -->/, '').matchAll(pattern)].map(([found]) => found),
    );
    expect(english?.length).toBeGreaterThan(0);
    expect(chinese).toEqual(english);
  });
});

/** Cells of the table between `<!-- name -->` and `<!-- /name -->`, without its head. */
function rows(text: string, name: string): string[][] {
  const [, table = ''] = new RegExp(`<!-- ${name} -->([\\s\\S]*?)<!-- /${name} -->`).exec(text) ?? [];
  const lines = table.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** A word stands for the empty text, code for everything else. */
function shownDefault(cell = ''): string {
  return /^`(.*)`$/.exec(cell)?.[1] ?? '';
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
}

function json(path: string): unknown {
  return JSON.parse(read(path));
}

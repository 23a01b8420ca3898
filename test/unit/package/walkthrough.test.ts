import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/paths.mjs';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly {
      readonly title: string;
      readonly description: string;
      readonly steps: readonly Step[];
    }[];
  };
}

const { contributes } = json('package.json') as Manifest;
const declared = new Set(contributes.commands.map(({ command }) => command));
const registered = registeredCommands();
const shipped = shippedPatterns();
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const languages = ['package.nls.json', 'package.nls.zh-cn.json'].map((file) => ({
  file,
  words: json(file) as Readonly<Record<string, string>>,
}));

describe('the walkthrough', () => {
  it('has steps, each with an id of its own', () => {
    expect(steps.length).toBeGreaterThan(0);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  });

  it('has every text in both languages', () => {
    const texts = [
      ...contributes.walkthroughs.flatMap(({ title, description }) => [title, description]),
      ...steps.flatMap(({ title, description, media }) => [title, description, media.altText]),
    ];
    for (const text of texts) {
      expect(text).toMatch(/^%[^%]+%$/);
      for (const { file, words } of languages) expect(words[keyOf(text)], `${text} in ${file}`).toBeTruthy();
    }
  });

  describe.each(steps)('step $id', ({ description, media, completionEvents }) => {
    it.each(languages)('has a button, and all its links run commands that exist ($file)', ({ words }) => {
      const text = words[keyOf(description)] ?? '';
      // VS Code makes a button of a link that has a line to itself.
      expect(text.split('\n').filter((line) => /^\[[^\]]+\]\(command:[^)]+\)$/.test(line))).toHaveLength(1);
      const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link ?? '');
      for (const link of links) {
        const [, command = '', args] = /^command:([\w.]+)(?:\?(.+))?$/.exec(link) ?? [];
        expect([...registered], link).toContain(command);
        expect([...declared], link).toContain(command);
        if (args !== undefined) expect(JSON.parse(decodeURIComponent(args))).toBeInstanceOf(Array);
      }
    });

    it('runs the same commands in both languages', () => {
      const [english = [], chinese] = languages.map(({ words }) =>
        [...(words[keyOf(description)] ?? '').matchAll(/\(command:[^)]*\)/g)].map(([link]) => link),
      );
      expect(chinese).toEqual(english);
    });

    it('is completed by the command of its button', () => {
      const [, button] =
        /^\[[^\]]+\]\(command:([\w.]+)[^)]*\)$/m.exec(languages[0]?.words[keyOf(description)] ?? '') ?? [];
      expect(completionEvents).toEqual([`onCommand:${button ?? ''}`]);
    });

    it('has a picture that ships, in colours of the theme', () => {
      expect(existsSync(join(root, media.svg)), media.svg).toBe(true);
      expect(
        shipped.some((pattern) => pattern.test(media.svg)),
        `${media.svg} in .vscodeignore`,
      ).toBe(true);
      const colours = [...read(media.svg).matchAll(/\b(?:fill|stroke)="([^"]*)"/g)].map(
        ([, colour]) => colour,
      );
      expect(colours.length).toBeGreaterThan(0);
      for (const colour of colours) expect(colour).toMatch(/^(none|var\(--vscode-.+\))$/);
      // VS Code's page for pictures allows neither.
      expect(read(media.svg)).not.toMatch(/<style|\sstyle=|<script|<image|<foreignObject/);
    });
  });

  it('completes no two steps with one command', () => {
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    expect(new Set(events).size).toBe(events.length);
  });
});

function keyOf(text: string): string {
  return text.slice(1, -1);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
}

function json(path: string): unknown {
  return JSON.parse(read(path));
}

/** The rows of the table of commands, which stands between `const commands` and the end of its literal. */
function registeredCommands(): ReadonlySet<string> {
  const [, rows = ''] = /const commands:[^=]*= \{([\s\S]*?)\n\};/.exec(read('src/commands/index.ts')) ?? [];
  return new Set([...rows.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => `tinyml.${name ?? ''}`));
}

/** What `.vscodeignore` lets in: its lines with `!`, where `**` goes over folders and `*` does not. */
function shippedPatterns(): readonly RegExp[] {
  return [...read('.vscodeignore').matchAll(/^!(\S+)$/gm)].map(([, pattern = '']) => {
    const parts = pattern.split(/(\*\*\/|\*\*|\*)/).map((part) => {
      if (part === '**/') return '(?:.*/)?';
      if (part === '**') return '.*';
      return part === '*' ? '[^/]*' : part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
    });
    return new RegExp(`^${parts.join('')}$`);
  });
}

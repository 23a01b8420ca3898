import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvProject } from '../../../src/core/project/csvProject';
import { limits } from '../../../src/core/project/limits';
import { projectJson } from '../../../src/core/project/projectJson';
import { readProject } from '../../../src/core/project/readProject';
import { sineProject } from '../../../src/core/project/sineProject';

interface Schema {
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly examples?: readonly unknown[];
}

const read = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(`../../../schemas/${name}`, import.meta.url), 'utf8')) as Schema;
const english = read('tinyml.schema.json');
const chinese = read('tinyml.schema.zh-cn.json');

/** Every place of a schema that a person can point at, by its path. */
function described(schema: Schema, path = ''): [string, string][] {
  const own: [string, string][] = schema.markdownDescription ? [[path, schema.markdownDescription]] : [];
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, one]) =>
    described(one, `${path}/${key}`),
  );
  return [...own, ...below, ...(schema.items ? described(schema.items, `${path}/*`) : [])];
}

function keysOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keysOf(item, `${path}/*`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [`${path}/${key}`, ...keysOf(one, `${path}/${key}`)]);
}

describe('the schema of tinyml.json', () => {
  it('says the same in both languages, each in its own', () => {
    expect(described(chinese).map(([path]) => path)).toEqual(described(english).map(([path]) => path));
    for (const [path, text] of described(english)) expect(text, path).toMatch(/^\P{Script=Han}+$/u);
    for (const [path, text] of described(chinese)) expect(text, path).toMatch(/\p{Script=Han}/u);
  });

  it('explains every key that a project is written with', () => {
    const known = new Set(described(english).map(([path]) => path));
    for (const project of [sineProject, csvProject('d.csv', 'a,b\n1,2\n3,4\n')]) {
      expect(keysOf(JSON.parse(projectJson(project))).filter((path) => !known.has(path))).toEqual([]);
    }
  });

  it.each([
    ['/data/samples', limits.samples],
    ['/data/seed', limits.seed],
    ['/data/noise', limits.noise],
    ['/training/optimizer/learningRate', limits.learningRate],
    ['/training/batchSize', limits.batchSize],
    ['/training/seed', limits.seed],
    ['/models/*/layers/*/units', limits.units],
    ['/models/*/epochs', limits.epochs],
  ])('says how large %s may be', (path, { maximum }) => {
    for (const schema of [english, chinese]) {
      expect(new Map(described(schema)).get(path)).toContain(maximum.toLocaleString('en'));
    }
  });

  it('proposes only what the reader takes', () => {
    const text = projectJson(sineProject);
    for (const word of english.properties?.training?.properties?.loss?.examples ?? []) {
      expect(readProject(text.replace('"loss": "mse"', `"loss": ${JSON.stringify(word)}`)).kind).toBe(
        'project',
      );
    }
    const layer = english.properties?.models?.items?.properties?.layers?.items?.properties;
    for (const word of layer?.activation?.examples ?? []) {
      expect(readProject(text.replace('"relu"', JSON.stringify(word))).kind).toBe('project');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { projectJson } from '../../../src/core/project/projectJson';
import type { Project } from '../../../src/core/project/project';
import { readProject } from '../../../src/core/project/readProject';
import { sineProject } from '../../../src/core/project/sineProject';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place of a document, as the keys that lead there. */
function places(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]) => places(item, [...path, key]))];
}

function changed(
  value: Json,
  path: readonly (string | number)[],
  change: (parent: Json[] | Record<string, Json>, key: string | number) => void,
): Json {
  const copy = structuredClone(value);
  let parent = copy as Json[] | Record<string, Json>;
  for (const key of path.slice(0, -1))
    parent = (parent as Record<string | number, Json>)[key] as Json[] | Record<string, Json>;
  change(parent, path.at(-1) ?? '');
  return copy;
}

const document = JSON.parse(projectJson(sineProject)) as Json;
const inner = places(document).filter((path) => path.length > 0);

function problemIds(text: string): string[] {
  const reading = readProject(text);
  return reading.kind === 'project' ? [] : reading.problems.map(({ said }) => said.id);
}

describe('readProject', () => {
  it('never says that shares must add up to 1 and that they add up to 1', () => {
    const text = projectJson(sineProject).replace('"train": 0.6', '"train": 0.599999');
    const reading = readProject(text);
    const [first] = reading.kind === 'problems' ? reading.problems : [];
    expect(first?.said).toEqual({ id: 'nn.projectSplitSum', args: { sum: '0.999999' } });
  });

  it('reads back what projectJson writes, for every optimiser', () => {
    const optimizers: Project['training']['optimizer'][] = [
      sineProject.training.optimizer,
      { name: 'adam', learningRate: 0.002, beta1: 0.8, beta2: 0.99, epsilon: 1e-6 },
      { name: 'sgd', learningRate: 0.1, momentum: 0.5 },
    ];
    for (const optimizer of optimizers) {
      const project: Project = { ...sineProject, training: { ...sineProject.training, optimizer } };
      expect(readProject(projectJson(project))).toEqual({ kind: 'project', project });
    }
  });

  it('writes the same bytes whatever order the keys were made in', () => {
    const reversed = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, item]) => [key, reversed(item)]),
      );
    };
    const reading = readProject(JSON.stringify(reversed(document)));
    expect(reading.kind === 'project' && projectJson(reading.project)).toBe(projectJson(sineProject));
  });

  it('takes comments, a schema, trailing commas, and Keras defaults where settings are left out', () => {
    const text = projectJson(sineProject)
      .replace('{', '{ // mine\n"$schema": "x",')
      .replace(/"optimizer": \{[^}]*\}/, '"optimizer": { "name": "adam", }')
      .replaceAll(/,\s*"activation": "linear"/g, '');
    expect(readProject(text)).toEqual({
      kind: 'project',
      project: {
        ...sineProject,
        training: {
          ...sineProject.training,
          optimizer: { name: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
        },
      },
    });
  });

  it('complains at every place that holds something of another kind', () => {
    for (const path of inner) {
      for (const wrong of [null, -1, 1e300, 'bad name!', [], true] as Json[]) {
        const text = JSON.stringify(
          changed(document, path, (parent, key) => {
            (parent as Record<string | number, Json>)[key] = wrong;
          }),
        );
        expect(problemIds(text), `${path.join('.')} = ${JSON.stringify(wrong)}`).not.toEqual([]);
      }
    }
  });

  it('complains of every missing key except those with a default', () => {
    const optional = /\.(activation|learningRate|rho|epsilon)$/;
    for (const path of inner.filter((candidate) => typeof candidate.at(-1) === 'string')) {
      const text = JSON.stringify(
        changed(document, path, (parent, key) => {
          Reflect.deleteProperty(parent, key);
        }),
      );
      const ids = problemIds(text);
      if (optional.test(`.${path.join('.')}`))
        expect(ids.filter((id) => id === 'nn.jsonMissing')).toEqual([]);
      else expect(ids, path.join('.')).toContain('nn.jsonMissing');
    }
  });

  it('complains of an unknown key in every object', () => {
    const objects = places(document).filter((path) => {
      const value = path.reduce<Json>(
        (at, key) => (at as Record<string | number, Json>)[key] ?? null,
        document,
      );
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    });
    for (const path of objects) {
      const text = JSON.stringify(
        changed(document, [...path, 'surprise'], (parent, key) => {
          (parent as Record<string, Json>)[String(key)] = 1;
        }),
      );
      expect(problemIds(text), path.join('.')).toContain('nn.jsonUnknownKey');
    }
  });

  it.each([
    ['"learningRate": 0.001', '"learningRate": 0', 'nn.jsonNumberAbove'],
    ['"learningRate": 0.001', '"learningRate": 1e9', 'nn.jsonNumberAbove'],
    ['"learningRate": 0.001', '"learningRate": -1', 'nn.jsonNumberAbove'],
    ['"units": 16', '"units": 0', 'nn.jsonWholeNumber'],
    ['"units": 16', '"units": 1.5', 'nn.jsonWholeNumber'],
    ['"name": "model_2"', '"name": "model_1"', 'nn.projectNameTwice'],
    ['"test": 0.2', '"test": 0.3', 'nn.projectSplitSum'],
    ['"units": 1,', '"units": 2,', 'nn.projectLastLayer'],
    ['"loss": "mse"', '"loss": "mse", "loss": "mae"', 'nn.jsonKeyTwice'],
    ['"epochs": 600', '"epochs": 600 600', 'nn.jsonComma'],
  ])('stands at the text that is wrong: %s made %s', (right, wrong, id) => {
    const text = projectJson(sineProject).replace(right, wrong);
    const reading = readProject(text);
    if (reading.kind === 'project') throw new Error('Nothing was complained of.');
    const found = reading.problems.find(({ said }) => said.id === id);
    expect(found).toBeDefined();
    if (!found) return;
    const lines = text.slice(0, found.offset).split('\n');
    expect([found.line, found.column]).toEqual([lines.length, (lines.at(-1) ?? '').length + 1]);
    expect(found.offset + found.length).toBeLessThanOrEqual(text.length);
  });

  it('finds fault with 10,000 units twice over: 100 million parameters', () => {
    const layers = [10_000, 10_000, 1].map(
      (units) => ({ type: 'dense', units, activation: 'relu' }) as const,
    );
    const project: Project = { ...sineProject, models: [{ name: 'large', layers, epochs: 1 }] };
    expect(problemIds(projectJson(project))).toEqual(['nn.projectTooLarge']);
  });

  it('never throws, wherever the text is cut, and on what is no project', () => {
    const text = projectJson(sineProject);
    for (let end = 0; end < text.length - 2; end++) expect(problemIds(text.slice(0, end))).not.toEqual([]);
    for (const other of ['[]', 'null', '7', '"x"', '{}', '['.repeat(200_000), '{"a":'.repeat(50_000), '\0']) {
      expect(problemIds(other)).not.toEqual([]);
    }
  });
});

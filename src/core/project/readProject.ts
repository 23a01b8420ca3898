/** Reads and checks a `tinyml.json` (JSON with comments). */
import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { sentence, type Sentence } from '../../../l10n/sentences';
import type { OptimizerConfig } from '../nn/engine';
import { parameterCount, type Layer } from '../nn/model';
import { optimizerDefaults } from '../nn/optimizers';
import { jsonMistake } from './jsonMistake';
import { JsonObject, type TextProblem } from './jsonReader';
import { limits } from './limits';
import {
  inputSize,
  type CsvSource,
  type DataSource,
  type Project,
  type ProjectModel,
  type SineSource,
  type Split,
  type TrainingOptions,
} from './project';

export type ProjectReading =
  | { readonly kind: 'project'; readonly project: Project }
  /** In the order of the text; at least one. */
  | { readonly kind: 'problems'; readonly problems: readonly TextProblem[] };

/** More than anybody trains here, little enough that nothing runs out of memory: 40 MB of weights. */
const mostParameters = 10_000_000;
const mostInputs = 64;
/** Enough to work on; a file of nothing but faults must not take forever. */
const mostProblems = 100;

/** Optimiser settings may be left out, and an activation too: they are then what Keras 3 takes. All else must stand there. */
export function readProject(text: string): ProjectReading {
  const problems: TextProblem[] = [];
  const complainAt = (offset: number, length: number, said: Sentence): void => {
    if (problems.length < mostProblems)
      problems.push({ said, offset, length, ...lineAndColumn(text, offset) });
  };
  const errors: ParseError[] = [];
  const root = parseSafely(text, errors);
  // What stands behind a mistake of the syntax was guessed by the parser: complaints of it would often be untrue.
  const [mistake] = errors;
  let project: Project | undefined;
  if (root?.type !== 'object') {
    complainAt(0, text.length, sentence('nn.jsonNotAnObject'));
  } else if (mistake) {
    complainAt(mistake.offset, mistake.length, jsonMistake(mistake, text));
  } else {
    project = readRoot(
      new JsonObject(root, '', (node: Node, said) => {
        complainAt(node.offset, node.length, said);
      }),
    );
  }
  if (project && problems.length === 0) return { kind: 'project', project };
  problems.sort((a, b) => a.offset - b.offset);
  return { kind: 'problems', problems };
}

/** The parser recurses; a text of ten thousand brackets overflows its stack, which is a fault of the text. */
function parseSafely(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch {
    return undefined;
  }
}

function readRoot(root: JsonObject): Project | undefined {
  root.allowOnly(['$schema', 'version', 'name', 'data', 'split', 'training', 'models']);
  const version = root.number('version', { minimum: 1, maximum: 1, whole: true });
  const name = root.identifier('name');
  const data = readData(root.object('data'));
  const split = readSplit(root.object('split'));
  const training = readTraining(root.object('training'));
  const models = readModels(root, data ? inputSize(data) : 1);
  if (version === undefined || name === undefined || !data || !split || !training || !models)
    return undefined;
  return { version: 1, name, data, split, training, models };
}

function readData(json: JsonObject | undefined): DataSource | undefined {
  const source = json?.oneOf('source', ['sine', 'csv']);
  if (!json || source === undefined) return undefined;
  return source === 'sine' ? readSineSource(json) : readCsvSource(json);
}

function readSineSource(json: JsonObject): SineSource | undefined {
  json.allowOnly(['source', 'samples', 'seed', 'noise']);
  const samples = json.number('samples', limits.samples);
  const seed = json.number('seed', limits.seed);
  const noise = json.number('noise', limits.noise);
  if (samples === undefined || seed === undefined || noise === undefined) return undefined;
  return { source: 'sine', samples, seed, noise };
}

function readCsvSource(json: JsonObject): CsvSource | undefined {
  json.allowOnly(['source', 'file', 'inputs', 'target', 'seed', 'normalize']);
  const file = json.text('file');
  const inputs = json.texts('inputs', mostInputs);
  const target = json.text('target');
  const seed = json.number('seed', limits.seed);
  const normalize = json.has('normalize') ? json.oneOf('normalize', ['standard', 'none']) : 'standard';
  if (file === undefined || !inputs || target === undefined || seed === undefined || normalize === undefined)
    return undefined;
  if (!staysBelow(file)) json.complainOf('file', sentence('project.csvPath', { file }));
  if (inputs.includes(target)) json.complainOf('target', sentence('project.targetIsInput', { target }));
  const twice = inputs.find((name, index) => inputs.indexOf(name) < index);
  if (twice !== undefined) json.complainOf('inputs', sentence('project.inputTwice', { name: twice }));
  return { source: 'csv', file, inputs, target, seed, normalize };
}

/** A project from elsewhere must not read files outside of its folder. */
function staysBelow(file: string): boolean {
  return !/[\\:\0]/.test(file) && file.split('/').every((name) => !['', '.', '..'].includes(name));
}

function readSplit(json: JsonObject | undefined): Split | undefined {
  json?.allowOnly(['train', 'test', 'validation']);
  const share = { minimum: 0, maximum: 1, above: true };
  const train = json?.number('train', share);
  const test = json?.number('test', share);
  const validation = json?.number('validation', share);
  if (train === undefined || test === undefined || validation === undefined) return undefined;
  const sum = train + test + validation;
  // Decimal shares such as 0.6 are not exact in binary.
  if (Math.abs(sum - 1) > 1e-9)
    json?.complainOf(undefined, sentence('nn.projectSplitSum', { sum: String(Number(sum.toPrecision(12))) }));
  return { train, test, validation };
}

function readTraining(json: JsonObject | undefined): TrainingOptions | undefined {
  json?.allowOnly(['optimizer', 'loss', 'batchSize', 'seed']);
  const optimizer = readOptimizer(json?.object('optimizer'));
  const loss = json?.oneOf('loss', ['mse', 'mae']);
  const batchSize = json?.number('batchSize', limits.batchSize);
  const seed = json?.number('seed', limits.seed);
  if (!optimizer || loss === undefined || batchSize === undefined || seed === undefined) return undefined;
  return { optimizer, loss, batchSize, seed };
}

function readOptimizer(json: JsonObject | undefined): OptimizerConfig | undefined {
  const name = json?.oneOf('name', ['rmsprop', 'adam', 'sgd']);
  if (!json || name === undefined) return undefined;
  /** NaN where a value is wrong: the complaint then keeps the project from being used. */
  const setting = (
    key: string,
    fallback: number,
    range: { minimum: number; maximum: number; above?: boolean },
  ): number => (json.has(key) ? (json.number(key, range) ?? NaN) : fallback);
  const rate = limits.learningRate;
  const decay = { minimum: 0, maximum: 0.999999999 };
  const small = { minimum: 0, maximum: 1, above: true };
  switch (name) {
    case 'rmsprop': {
      const usual = optimizerDefaults.rmsprop;
      json.allowOnly(['name', 'learningRate', 'rho', 'epsilon']);
      return {
        name,
        learningRate: setting('learningRate', usual.learningRate, rate),
        rho: setting('rho', usual.rho, decay),
        epsilon: setting('epsilon', usual.epsilon, small),
      };
    }
    case 'adam': {
      const usual = optimizerDefaults.adam;
      json.allowOnly(['name', 'learningRate', 'beta1', 'beta2', 'epsilon']);
      return {
        name,
        learningRate: setting('learningRate', usual.learningRate, rate),
        beta1: setting('beta1', usual.beta1, decay),
        beta2: setting('beta2', usual.beta2, decay),
        epsilon: setting('epsilon', usual.epsilon, small),
      };
    }
    case 'sgd': {
      const usual = optimizerDefaults.sgd;
      json.allowOnly(['name', 'learningRate', 'momentum']);
      return {
        name,
        learningRate: setting('learningRate', usual.learningRate, rate),
        momentum: setting('momentum', usual.momentum, { minimum: 0, maximum: 1 }),
      };
    }
  }
}

function readModels(root: JsonObject, width: number): ProjectModel[] | undefined {
  const names = new Set<string>();
  const objects = root.objects('models', 16);
  const models = objects.flatMap((json) => {
    const model = readModel(json, width);
    if (!model) return [];
    if (names.has(model.name)) json.complainOf('name', sentence('nn.projectNameTwice', { name: model.name }));
    names.add(model.name);
    return [model];
  });
  return models.length > 0 && models.length === objects.length ? models : undefined;
}

function readModel(json: JsonObject, width: number): ProjectModel | undefined {
  json.allowOnly(['name', 'layers', 'epochs']);
  const name = json.identifier('name');
  const objects = json.objects('layers', 64);
  const layers = objects.flatMap((layer) => readLayer(layer) ?? []);
  const epochs = json.number('epochs', limits.epochs);
  const last = layers.at(-1);
  if (!last || layers.length < objects.length || name === undefined || epochs === undefined) return undefined;
  if (last.units !== 1) json.complainOf('layers', sentence('nn.projectLastLayer', { units: last.units }));
  const parameters = parameterCount({ name, inputSize: width, layers });
  if (parameters > mostParameters) {
    json.complainOf('layers', sentence('nn.projectTooLarge', { parameters, most: mostParameters }));
  }
  return { name, layers, epochs };
}

function readLayer(json: JsonObject): Layer | undefined {
  json.allowOnly(['type', 'units', 'activation']);
  const type = json.oneOf('type', ['dense']);
  const units = json.number('units', limits.units);
  const activation = json.has('activation') ? json.oneOf('activation', ['linear', 'relu']) : 'linear';
  if (type === undefined || units === undefined || activation === undefined) return undefined;
  return { type, units, activation };
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What differs between two projects, in words: what somebody tried on the playground. */
import { sentence, type Sentence } from '../../../l10n/sentences';
import type { Layer } from '../nn/model';
import type { Project } from './project';

/** Empty where nothing differs that can be changed on the playground. */
export function projectChanges(from: Project, to: Project): readonly Sentence[] {
  return [...dataChanges(from, to), ...trainingChanges(from, to), ...modelChanges(from, to)];
}

function dataChanges({ data: from }: Project, { data: to }: Project): Sentence[] {
  if (from.source !== 'sine' || to.source !== 'sine') return [];
  return [
    ...(from.noise === to.noise ? [] : [sentence('playground.changed.noise', { noise: to.noise })]),
    ...(from.samples === to.samples ? [] : [sentence('playground.changed.samples', { samples: to.samples })]),
    ...(from.seed === to.seed ? [] : [sentence('playground.changed.dataSeed', { seed: String(to.seed) })]),
  ];
}

function trainingChanges({ training: from }: Project, { training: to }: Project): Sentence[] {
  const [before, after] = [from.optimizer, to.optimizer];
  const rate = { rate: after.learningRate };
  return [
    ...(before.name === after.name ? [] : [sentence('playground.changed.optimizer', { name: after.name })]),
    ...(before.learningRate === after.learningRate ? [] : [sentence('playground.changed.rate', rate)]),
    ...(from.batchSize === to.batchSize
      ? []
      : [sentence('playground.changed.batch', { samples: to.batchSize })]),
    ...(from.seed === to.seed ? [] : [sentence('playground.changed.seed', { seed: String(to.seed) })]),
  ];
}

function modelChanges(from: Project, to: Project): Sentence[] {
  return to.models.flatMap(({ name, layers, epochs }) => {
    const before = from.models.find((model) => model.name === name);
    const shape = layersText(layers);
    return [
      ...(before && layersText(before.layers) === shape
        ? []
        : [sentence('playground.changed.layers', { model: name, layers: shape })]),
      ...(before?.epochs === epochs ? [] : [sentence('playground.changed.epochs', { model: name, epochs })]),
    ];
  });
}

/** `16 relu, 16 relu, 1`: names as in `tinyml.json`, in every language. */
export function layersText(layers: readonly Pick<Layer, 'units' | 'activation'>[]): string {
  return layers
    .map(({ units, activation }) => (activation === 'linear' ? String(units) : `${units} ${activation}`))
    .join(', ');
}

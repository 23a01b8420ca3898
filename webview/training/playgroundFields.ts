/** The fields of the playground, in groups: one for the data, one for the training, one for each model. */
import { limits, type NumberRange } from '../../src/core/project/limits';
import type { Project, ProjectModel, SineSource } from '../../src/core/project/project';
import type { Activation, Layer } from '../../src/core/nn/model';
import { optimizerDefaults } from '../../src/core/nn/optimizers';
import { choiceSetting, numberSetting, type SettingField } from '../shared/settingField';
import type { Words } from '../shared/words';

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly SettingField[];
}

export interface Editing {
  readonly words: Words;
  /** The project with a change. `rebuild` where other fields depend on it. */
  readonly edit: (change: (project: Project) => Project, rebuild?: boolean) => void;
  readonly onEnter: () => void;
}

/** Undefined where the data comes from a file. */
export function dataFields({ data }: Project, editing: Editing): FieldGroup | undefined {
  if (data.source !== 'sine') return undefined;
  const { t } = editing.words;
  const change = (values: Partial<SineSource>): void =>
    editing.edit((project) =>
      project.data.source === 'sine' ? { ...project, data: { ...project.data, ...values } } : project,
    );
  return {
    title: t('playground.data'),
    fields: [
      number(editing, t('playground.noise'), data.noise, limits.noise, 0.05, (noise) => change({ noise })),
      number(editing, t('playground.samples'), data.samples, limits.samples, 100, (samples) =>
        change({ samples }),
      ),
      number(editing, t('playground.dataSeed'), data.seed, limits.seed, 1, (seed) => change({ seed })),
    ],
  };
}

export function trainingFields({ training }: Project, editing: Editing): FieldGroup {
  const { t } = editing.words;
  const { optimizer, batchSize, seed } = training;
  const names = ['rmsprop', 'adam', 'sgd'] as const;
  const change = (values: Partial<Project['training']>, rebuild = false): void =>
    editing.edit((project) => ({ ...project, training: { ...project.training, ...values } }), rebuild);
  return {
    title: t('playground.training'),
    fields: [
      choiceSetting({
        label: t('playground.optimizer'),
        // Names as in Keras, in every language.
        options: names.map((name) => ({ value: name, text: name })),
        value: optimizer.name,
        onChange: (chosen) => {
          const name = names.find((one) => one === chosen);
          if (name) change({ optimizer: optimizerDefaults[name] }, true);
        },
      }),
      number(editing, t('playground.rate'), optimizer.learningRate, limits.learningRate, 0.001, (rate) =>
        editing.edit((project) => {
          const learning = { ...project.training.optimizer, learningRate: rate };
          return { ...project, training: { ...project.training, optimizer: learning } };
        }),
      ),
      number(editing, t('playground.batch'), batchSize, limits.batchSize, 1, (size) =>
        change({ batchSize: size }),
      ),
      number(editing, t('playground.seed'), seed, limits.seed, 1, (value) => change({ seed: value })),
    ],
  };
}

/** @param index of the model among those of the project */
export function modelFields({ models }: Project, index: number, editing: Editing): FieldGroup {
  const { t } = editing.words;
  const model = models[index];
  if (!model) return { title: '', fields: [] };
  const hidden = model.layers.slice(0, -1);
  const layer = ({ units }: Layer, at: number): SettingField =>
    numberSetting({
      label: t('playground.layer', { layer: at + 1 }),
      spokenLabel: t('playground.layerOf', { model: model.name, layer: at + 1 }),
      value: units,
      range: limits.units,
      step: 1,
      complaint: complaint(editing.words, limits.units),
      onChange: (value) =>
        changeLayers(editing, index, (one, place) => (place === at ? { ...one, units: value } : one)),
      onEnter: editing.onEnter,
    });
  const epochs = numberSetting({
    label: t('playground.epochs'),
    spokenLabel: t('playground.epochsOf', { model: model.name }),
    value: model.epochs,
    range: limits.epochs,
    step: 100,
    complaint: complaint(editing.words, limits.epochs),
    onChange: (value) => changeModel(editing, index, (one) => ({ ...one, epochs: value })),
    onEnter: editing.onEnter,
  });
  const activation = hidden.length > 0 ? [activationField(model, index, editing)] : [];
  return { title: model.name, fields: [...hidden.map(layer), ...activation, epochs] };
}

/** One for all hidden layers; "mixed" where a file says otherwise for some. */
function activationField({ name, layers }: ProjectModel, index: number, editing: Editing): SettingField {
  const { t } = editing.words;
  const names: readonly Activation[] = ['relu', 'linear'];
  const hidden = layers.slice(0, -1);
  const [first] = hidden;
  const isMixed = hidden.some(({ activation }) => activation !== first?.activation);
  return choiceSetting({
    label: t('playground.activation'),
    spokenLabel: t('playground.activationOf', { model: name }),
    options: [
      ...(isMixed ? [{ value: '', text: t('playground.mixed') }] : []),
      ...names.map((one) => ({ value: one, text: one })),
    ],
    value: isMixed ? '' : (first?.activation ?? ''),
    onChange: (chosen) => {
      const activation = names.find((one) => one === chosen);
      if (activation) changeLayers(editing, index, (one) => ({ ...one, activation }));
    },
  });
}

/** Changes hidden layers; the last one gives the prediction and stays. */
function changeLayers(
  { edit }: Pick<Editing, 'edit'>,
  index: number,
  change: (layer: Layer, at: number) => Layer,
): void {
  changeModel({ edit }, index, (model) => ({
    ...model,
    layers: model.layers.map((layer, at) => (at < model.layers.length - 1 ? change(layer, at) : layer)),
  }));
}

export function changeModel(
  { edit }: Pick<Editing, 'edit'>,
  index: number,
  change: (model: ProjectModel) => ProjectModel,
  rebuild = false,
): void {
  edit(
    (project) => ({
      ...project,
      models: project.models.map((model, at) => (at === index ? change(model) : model)),
    }),
    rebuild,
  );
}

function number(
  { words, onEnter }: Editing,
  label: string,
  value: number,
  range: NumberRange,
  step: number,
  onChange: (value: number) => void,
): SettingField {
  return numberSetting({ label, value, range, step, complaint: complaint(words, range), onChange, onEnter });
}

function complaint({ t }: Words, { minimum, maximum, above = false, whole = false }: NumberRange): string {
  if (whole) return t('playground.wholeNumber', { minimum, maximum });
  return above
    ? t('playground.numberAbove', { minimum, maximum })
    : t('playground.number', { minimum, maximum });
}

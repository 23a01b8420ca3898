/** "The tutorial says, this run got, why": the tutorial's claims beside what this run measured. */
import type { ConvertedKind, RunConverted, RunData, RunModel } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { noiseMse, verdict } from './findings';

export interface TutorialRow {
  readonly says: Sentence;
  readonly got: Sentence;
  readonly why: Sentence;
}

export interface TutorialRun {
  readonly data: RunData;
  readonly models: readonly RunModel[];
  readonly converted: readonly RunConverted[];
  /** The file that `main.cc` runs, as a C array. */
  readonly arrayPath: string;
}

/** The tutorial's two networks are known by their parameters: 49 and 321. A run without them has fewer rows. */
export function tutorialTable({ data, models, converted, arrayPath }: TutorialRun): TutorialRow[] {
  const first = models.find(({ parameters, result }) => parameters === 49 && result);
  const second = models.find(({ parameters, result }) => parameters === 321 && result);
  return [
    ...(first ? firstModel(data, first) : []),
    ...(second ? secondModel(data, second) : []),
    ...validation(data, second ?? first),
    ...files(converted, arrayPath),
  ];
}

function firstModel(data: RunData, model: RunModel): TutorialRow[] {
  const { result } = model;
  if (!result) return [];
  const mse = result.testMse;
  return [
    {
      says: sentence('report.says.firstModel'),
      got: sentence('report.got.losses', measured(model)),
      why: sentence('report.why.seed'),
    },
    {
      says: sentence('report.says.percent'),
      got: sentence('report.got.errors', { mse, mae: result.testMae }),
      why: sentence('report.why.percent', { root: Math.sqrt(mse) }),
    },
    {
      says: sentence('report.says.overfits'),
      got: verdict(data, result.predictions),
      why: sentence('report.why.overfits'),
    },
  ];
}

function secondModel(data: RunData, model: RunModel): TutorialRow[] {
  const noise = noiseMse(data, 'validation');
  return [
    {
      says: sentence('report.says.secondModel'),
      got: sentence('report.got.losses', measured(model)),
      why: noise === undefined ? sentence('report.why.seed') : sentence('report.why.noiseFloor', { noise }),
    },
  ];
}

function measured({ history }: RunModel): { readonly loss: number; readonly mae: number } {
  return { loss: history.val_loss.at(-1) ?? NaN, mae: history.val_mae.at(-1) ?? NaN };
}

function validation(data: RunData, model: RunModel | undefined): TutorialRow[] {
  const [training, inValidation] = [noiseMse(data, 'train'), noiseMse(data, 'validation')];
  if (!model || training === undefined || inValidation === undefined) return [];
  const { history } = model;
  const got = { training: history.loss.at(-1) ?? NaN, validation: history.val_loss.at(-1) ?? NaN };
  return [
    {
      says: sentence('report.says.validationBelow'),
      got: sentence('report.got.bothLosses', got),
      why: sentence('report.why.splitNoise', { training, validation: inValidation }),
    },
  ];
}

function files(converted: readonly RunConverted[], arrayPath: string): TutorialRow[] {
  const of = (kind: ConvertedKind): RunConverted | undefined => converted.find((file) => file.kind === kind);
  const [float, quantized] = [of('float'), of('quantized')];
  if (!float || !quantized) return [];
  return [
    {
      says: sentence('report.says.quantized'),
      got: quantized.note,
      why: sentence('report.why.quantized'),
    },
    {
      says: sentence('report.says.sizes'),
      got: sentence('report.got.sizes', { float: float.bytes, quantized: quantized.bytes }),
      why: sentence('report.why.sizes'),
    },
    {
      says: sentence('report.says.program'),
      got: sentence('report.got.program', { array: arrayPath }),
      why: sentence('report.why.program'),
    },
  ];
}

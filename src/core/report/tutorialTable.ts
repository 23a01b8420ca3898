/** "The tutorial says, this run got, why": the tutorial's claims beside what this run measured. */
import type { ConvertedKind, RunConverted, RunData, RunModel } from '../project/run';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { errorMse, highest, lowest, noiseMse, partRange } from './findings';
import { modelFindings } from './modelFindings';
import { hasLittle, judge } from './verdict';

export interface TutorialRow {
  readonly says: Sentence;
  readonly got: Sentence;
  readonly why: readonly Sentence[];
}

export interface TutorialRun {
  /** Name of the project, which the files bear. */
  readonly project: string;
  readonly data: RunData;
  readonly models: readonly RunModel[];
  readonly converted: readonly RunConverted[];
}

/**
 * The tutorial's two networks are known by their parameters, 49 and 321: a run without them has fewer rows. None beside
 * data that the tutorial does not have: only of a drawn sine the noiseless curve is known.
 */
export function tutorialTable({ project, data, models, converted }: TutorialRun): readonly TutorialRow[] {
  if (!data.clean) return [];
  const trained = models.filter(({ result }) => result !== undefined);
  const first = trained.find((model) => model.parameters === 49 && isLossMse(model));
  const second = trained.find((model) => model.parameters === 321 && isLossMse(model));
  return [
    ...(first ? firstModel(data, first, models) : []),
    ...(second ? secondModel(data, second) : []),
    ...validation(data, second ?? first),
    ...files(converted, `${project}_quantized.cc`),
  ];
}

function firstModel(data: RunData, model: RunModel, models: readonly RunModel[]): readonly TutorialRow[] {
  const { history, result } = model;
  if (!result) return [];
  const judged = judge(data, result.predictions);
  const { loss, bends } = modelFindings(data, model, models);
  const y = data.y.subarray(...partRange(data, 'test'));
  const [train, validates] = [
    errorMse(data, result.predictions, 'train'),
    errorMse(data, result.predictions, 'validation'),
  ];
  return [
    {
      says: sentence('report.says.firstModel'),
      got: sentence('report.got.losses', measured(model)),
      why: hasLittle(judged)
        ? [...loss.slice(0, 1), ...bends]
        : [sentence('report.why.escaped', { first: history.loss[0] ?? NaN, last: lowest(history.loss) })],
    },
    {
      says: sentence('report.says.percent'),
      got: sentence('report.got.errors', { mse: result.testMse, mae: result.testMae }),
      why: [
        sentence('report.why.percent', {
          root: Math.sqrt(result.testMse),
          low: lowest(y),
          high: highest(y),
        }),
      ],
    },
    {
      says: sentence('report.says.overfits'),
      got: judged.said,
      why: [sentence('report.why.overfits', { ratio: Math.round((100 * validates) / train) / 100 })],
    },
  ];
}

function secondModel(data: RunData, model: RunModel): readonly TutorialRow[] {
  const noise = noiseMse(data, 'validation') ?? 0;
  return [
    {
      says: sentence('report.says.secondModel'),
      got: sentence('report.got.losses', measured(model)),
      why: [noise > 0 ? sentence('report.why.noiseFloor', { noise }) : sentence('report.why.noNoise')],
    },
  ];
}

/** The tutorial's figures are squared errors: losses of another kind cannot stand beside them. */
function isLossMse({ history }: RunModel): boolean {
  return history.loss.some((loss, epoch) => loss !== history.mae[epoch]);
}

function measured({ history }: RunModel): { readonly loss: number; readonly mae: number } {
  return { loss: history.val_loss.at(-1) ?? NaN, mae: history.val_mae.at(-1) ?? NaN };
}

function validation(data: RunData, model: RunModel | undefined): readonly TutorialRow[] {
  const [training, inValidation] = [noiseMse(data, 'train'), noiseMse(data, 'validation')];
  // Without noise, none could differ.
  if (!model || !training || !inValidation) return [];
  const { history } = model;
  const got = { training: history.loss.at(-1) ?? NaN, validation: history.val_loss.at(-1) ?? NaN };
  return [
    {
      says: sentence('report.says.validationBelow'),
      got: sentence('report.got.bothLosses', got),
      why: [sentence('report.why.splitNoise', { training, validation: inValidation })],
    },
  ];
}

function files(converted: readonly RunConverted[], array: string): readonly TutorialRow[] {
  const of = (kind: ConvertedKind): RunConverted | undefined => converted.find((file) => file.kind === kind);
  const [float, quantized, int8] = [of('float'), of('quantized'), of('int8')];
  if (!float || !quantized || !int8) return [];
  const kilobytes = quantized.bytes / 1024;
  return [
    {
      says: sentence('report.says.quantized'),
      got: quantized.note,
      why: [sentence('report.why.quantized', { bytes: int8.bytes, mse: int8.testMse })],
    },
    {
      says: sentence('report.says.sizes'),
      got: sentence('report.got.sizes', { float: float.bytes, quantized: quantized.bytes }),
      why: [sentence('report.why.sizes', { bytes: quantized.bytes, kilobytes, array })],
    },
    {
      says: sentence('report.says.program'),
      got: sentence('report.got.program', { array, bytes: quantized.bytes }),
      why: [sentence('report.why.program')],
    },
  ];
}

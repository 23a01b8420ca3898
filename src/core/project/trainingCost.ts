/** What a training will take, before it begins: so that nobody starts an hour by a slip of the finger. */
import { sentence, type Sentence } from '../../../l10n/sentences';
import { parameterCount } from '../nn/model';
import { inputSize, type Project } from './project';

export interface TrainingCost {
  /** Of all models together. */
  readonly parameters: number;
  /** Float weights of the largest model: about the size of its `.tflite`. */
  readonly bytes: number;
  /** A rough guess for one ordinary core. */
  readonly seconds: number;
}

/** Forward, and backward for weights and for inputs. */
const passes = 3;
const multiplicationsPerSecond = 5e8;
const patienceSeconds = 60;
/** 100 KB of float weights: more than many boards have room for. */
const manyParameters = 25_000;

export function trainingCost(project: Project, samples: number): TrainingCost {
  const width = inputSize(project.data);
  const counts = project.models.map((model) => parameterCount({ ...model, inputSize: width }));
  const work = project.models.reduce((sum, { epochs }, index) => sum + epochs * (counts[index] ?? 0), 0);
  return {
    parameters: counts.reduce((sum, count) => sum + count, 0),
    bytes: 4 * Math.max(...counts),
    seconds: (passes * work * samples * project.split.train) / multiplicationsPerSecond,
  };
}

/** Its size and its time, in words. */
export function costSentence({ parameters, bytes, seconds }: TrainingCost): Sentence {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return sentence('project.cost.seconds', { parameters, kilobytes });
  if (minutes < 120) return sentence('project.cost.minutes', { parameters, kilobytes, minutes });
  return sentence('project.cost.hours', { parameters, kilobytes, hours: Math.round(minutes / 60) });
}

/** Whether a person should be asked first. */
export function isCostly({ parameters, seconds }: TrainingCost): boolean {
  return seconds > patienceSeconds || parameters > manyParameters;
}

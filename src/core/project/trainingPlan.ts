/** What is asked of an engine for each model of a project. One place decides it, so that palette, terminal and benchmarks agree. */
import type { FitOptions } from '../nn/engine';
import { initialWeights } from '../nn/initializers';
import type { ModelDescription, ModelWeights } from '../nn/model';
import { inputSize, type Project } from './project';

export interface PlannedModel {
  readonly model: ModelDescription;
  readonly initialWeights: ModelWeights;
  readonly options: FitOptions;
}

/** Every model starts its own streams from `training.seed`, so that what it learns does not depend on the models before it. */
export function trainingPlan(project: Project): PlannedModel[] {
  const { optimizer, loss, batchSize, seed } = project.training;
  const width = inputSize(project.data);
  return project.models.map(({ name, layers, epochs }) => {
    const model: ModelDescription = { name, inputSize: width, layers };
    return {
      model,
      initialWeights: initialWeights(model, seed),
      options: { epochs, batchSize, optimizer, loss, shuffleSeed: seed },
    };
  });
}

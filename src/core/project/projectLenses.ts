/** Where an editor shows something above the text of a `tinyml.json`: the whole project, and each model's size. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { parameterCount } from '../nn/model';
import { inputSize } from './project';
import { readProject } from './readProject';

export interface ProjectLenses {
  /** UTF-16 units from the start of the text. */
  readonly trainOffset: number;
  readonly models: readonly { readonly offset: number; readonly parameters: number }[];
}

/** Undefined where the text is no project: then its problems are what there is to see. */
export function projectLenses(text: string): ProjectLenses | undefined {
  const reading = readProject(text);
  const root = reading.kind === 'project' ? parseTree(text, [], { allowTrailingComma: true }) : undefined;
  if (reading.kind !== 'project' || !root) return undefined;
  const { models, data } = reading.project;
  return {
    trainOffset: root.offset,
    models: models.map((model, index) => ({
      offset: findNodeAtLocation(root, ['models', index])?.offset ?? root.offset,
      parameters: parameterCount({ ...model, inputSize: inputSize(data) }),
    })),
  };
}

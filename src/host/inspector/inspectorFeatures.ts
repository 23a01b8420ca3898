/** The parts of the inspector that others ask for. Those that need a model's code are loaded when first asked for. */
import type * as vscode from 'vscode';
import type { Services } from '../services';
import { ArrayFileSystem } from './arrayFileSystem';
import type { ComparePanels } from './comparePanels';
import type { ModelEditors } from './modelEditors';
import type { ModelProblems } from './modelProblems';
import { SourceArrays } from './sourceArrays';
import type { WorkspaceCheck } from './workspaceCheck';

export interface InspectorFeatures {
  readonly sourceArrays: SourceArrays;
  readonly arrayFiles: ArrayFileSystem;
  readonly modelEditors: () => Promise<ModelEditors>;
  readonly comparePanels: () => Promise<ComparePanels>;
  readonly workspaceCheck: () => Promise<WorkspaceCheck>;
}

/** Makes something once, when it is first asked for, and ends it with the extension. */
type Owned = <T extends vscode.Disposable>(make: () => Promise<T>) => () => Promise<T>;

export function createInspectorFeatures(services: Services, owned: Owned): InspectorFeatures {
  const sourceArrays = new SourceArrays();
  const arrayFiles = new ArrayFileSystem(sourceArrays);
  services.context.subscriptions.push(arrayFiles);
  const modelProblems = owned<ModelProblems>(async () => {
    const { ModelProblems } = await import('./modelProblems');
    return new ModelProblems(services.say);
  });
  const modelEditors = owned<ModelEditors>(async () => {
    const { ModelEditors } = await import('./modelEditors');
    return new ModelEditors({ services, arrays: sourceArrays, arrayFiles, problems: await modelProblems() });
  });
  const comparePanels = owned<ComparePanels>(async () => {
    const { ComparePanels } = await import('./comparePanels');
    return new ComparePanels({ services, arrayFiles, modelEditors });
  });
  const workspaceCheck = owned<WorkspaceCheck>(async () => {
    const { WorkspaceCheck } = await import('./workspaceCheck');
    return new WorkspaceCheck(services, sourceArrays, await modelProblems());
  });
  return { sourceArrays, arrayFiles, modelEditors, comparePanels, workspaceCheck };
}

/** What the parts of the inspector's page share: the model they show, and the ways between them. */
import type { InspectorHostSide, InspectorPageSide, InspectorState } from '../../src/protocol/inspectorPage';
import type { StartedPage } from '../shared/page';
import type { Target } from './target';

export type ModelState = Extract<InspectorState, { readonly kind: 'model' }>;

export type TabId = 'operators' | 'graph' | 'tensors' | 'feeding' | 'size';

export interface InspectorPage extends StartedPage<
  InspectorPageSide['event'],
  InspectorHostSide['event'],
  InspectorPageSide['requests']
> {
  /** Shows the target in its table, or an operator in the graph. */
  readonly goTo: (target: Target, where: 'table' | 'graph') => void;
  /** Subgraph by itself in the graph. */
  readonly showSubgraph: (subgraph: number) => void;
  /** Says in a line that everybody hears what became of a deed. */
  readonly announce: (text: string) => void;
}

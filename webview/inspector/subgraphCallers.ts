/** The way back from a subgraph to the operators that run it. */
import type { SubgraphCaller } from '../../src/core/inspect/graph';
import { linkButton } from '../shared/ui';
import type { InspectorPage } from './inspectorPage';

export function subgraphCallers(
  page: InspectorPage,
  callers: readonly SubgraphCaller[],
): readonly HTMLElement[] {
  return callers.map(({ subgraph, operator, name, part }) =>
    linkButton(page.words.t('inspector.calledBy', { operator: String(operator), name, subgraph, part }), () =>
      page.goTo({ kind: 'operator', subgraph, index: operator }, 'graph'),
    ),
  );
}

/** What stands beside the graph for the chosen node: its operator with links to its subgraphs, or its tensor. */
import { element } from '../shared/element';
import { fileText } from '../shared/fileText';
import { linkButton } from '../shared/ui';
import type { SceneNode } from './graphScene';
import type { InspectorPage, ModelState } from './inspectorPage';
import { operatorDetails } from './operatorDetails';
import { keyOf } from './target';

export function nodeDetails(
  page: InspectorPage,
  model: ModelState | undefined,
  subgraph: number,
  { node, title }: SceneNode,
): readonly HTMLElement[] {
  const { t } = page.words;
  if (node.kind !== 'operator') {
    return [
      element('h2', {}, fileText(title)),
      element('p', {}, node.kind === 'input' ? t('inspector.roleInput') : t('inspector.roleOutput')),
      linkButton(`t${node.tensor}`, () =>
        page.goTo({ kind: 'tensor', subgraph, index: node.tensor }, 'table'),
      ),
    ];
  }
  const key = keyOf({ subgraph, index: node.operator });
  const row = model?.operators.find((one) => keyOf(one) === key);
  const links = node.links.map((link) =>
    element(
      'p',
      {},
      linkButton(t('inspector.openSubgraph', { part: link.part, subgraph: link.subgraph }), () =>
        page.showSubgraph(link.subgraph),
      ),
    ),
  );
  return [...links, ...(model && row ? [operatorDetails(page, model, row, 'table')] : [])];
}

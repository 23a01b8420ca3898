/** Everything about one operator. */
import { shapeText } from '../../src/core/inspect/displayName';
import type { Operand, OperatorRow } from '../../src/core/inspect/operators';
import { andMore } from '../shared/andMore';
import { element } from '../shared/element';
import { facts } from '../shared/facts';
import { fileText } from '../shared/fileText';
import { findingsList } from '../shared/findingsList';
import { tailText } from '../shared/tailText';
import { linkButton, table, type Cell } from '../shared/ui';
import type { InspectorPage, ModelState } from './inspectorPage';

/** A concatenation may have thousands of inputs. */
const mostOperands = 100;

export function operatorDetails(
  page: InspectorPage,
  model: ModelState,
  row: OperatorRow,
  /** Where the link leads: from the table to the graph, and back. */
  other: 'graph' | 'table',
): HTMLElement {
  const { t, number } = page.words;
  const { subgraph, index, name, version, weightBytes, macs, parameters } = row;
  const target = { kind: 'operator', subgraph, index } as const;
  const findings = model.findings.filter(
    (finding) => finding.operator === index && (finding.subgraph ?? 0) === subgraph,
  );
  return element(
    'div',
    { class: 'details' },
    element('h2', {}, `op${index} `, fileText(name)),
    linkButton(other === 'graph' ? t('inspector.showInGraph') : t('inspector.showInTable'), () =>
      page.goTo(target, other),
    ),
    facts([
      [t('inspector.version'), number(version)],
      ...(macs === undefined ? [] : [[t('inspector.macs'), number(macs)] as const]),
      [t('inspector.weightBytes'), number(weightBytes)],
    ]),
    ...(findings.length > 0
      ? [
          findingsList({
            words: page.words,
            findings,
            onCode: (code) => page.send({ type: 'openFindingPage', code }),
          }),
        ]
      : []),
    ...operands(page, subgraph, t('inspector.inputs'), row.inputs),
    ...operands(page, subgraph, t('inspector.outputs'), row.outputs),
    ...(parameters.length > 0
      ? [
          element('h3', {}, t('inspector.parameters')),
          table({
            label: t('inspector.parameters'),
            columns: [
              { title: t('inspector.name'), kind: 'text' },
              { title: t('inspector.value'), kind: 'text' },
            ],
            rows: parameters.map((parameter) => [parameter.name, { content: fileText(parameter.value) }]),
          }),
        ]
      : []),
  );
}

function operands(
  page: InspectorPage,
  subgraph: number,
  title: string,
  list: readonly Operand[],
): readonly HTMLElement[] {
  const { t } = page.words;
  const rows = list.slice(0, mostOperands).map((operand): readonly (string | Cell)[] => {
    const { tensor, name, type, shape, isConstant } = operand;
    if (tensor < 0) return [t('inspector.absent'), '', '', ''];
    const link = linkButton(`t${tensor}`, () =>
      page.goTo({ kind: 'tensor', subgraph, index: tensor }, 'table'),
    );
    return [
      { content: link },
      isConstant
        ? { content: tailText(name), note: t('inspector.roleConstant') }
        : { content: tailText(name) },
      type,
      shapeText(shape),
    ];
  });
  return [
    element('h3', {}, title),
    table({
      label: title,
      columns: [
        { title: t('inspector.tensor'), kind: 'text' },
        { title: t('inspector.name'), kind: 'text' },
        { title: t('inspector.type'), kind: 'text' },
        { title: t('inspector.shape'), kind: 'text' },
      ],
      rows,
    }),
    ...andMore(page.words, list.length - mostOperands),
  ];
}

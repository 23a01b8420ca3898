/** The columns of the operator table. */
import { shapeText } from '../../src/core/inspect/displayName';
import type { Operand, OperatorRow } from '../../src/core/inspect/operators';
import type { GridColumn } from '../shared/gridRows';
import type { Words } from '../shared/words';

export function operatorColumns({ t, number }: Words): readonly GridColumn<OperatorRow>[] {
  return [
    {
      key: 'index',
      title: t('inspector.index'),
      kind: 'text',
      width: 52,
      text: ({ index }) => `op${index}`,
    },
    {
      key: 'name',
      title: t('inspector.operator'),
      kind: 'text',
      width: 176,
      grow: 1.4,
      text: ({ name }) => name,
    },
    {
      key: 'version',
      title: t('inspector.version'),
      kind: 'number',
      width: 64,
      text: ({ version }) => String(version),
      value: ({ version }) => version,
    },
    {
      key: 'inputs',
      title: t('inspector.inputs'),
      kind: 'text',
      width: 160,
      grow: 2,
      text: ({ inputs }) => shapes(inputs),
    },
    {
      key: 'outputs',
      title: t('inspector.outputs'),
      kind: 'text',
      width: 116,
      grow: 1,
      text: ({ outputs }) => shapes(outputs),
    },
    {
      key: 'types',
      title: t('inspector.types'),
      kind: 'text',
      width: 100,
      grow: 0.6,
      text: ({ inputs, outputs }) => typesOf([...inputs, ...outputs]),
    },
    {
      key: 'weights',
      title: t('inspector.weightBytes'),
      kind: 'number',
      width: 104,
      text: ({ weightBytes }) => (weightBytes > 0 ? number(weightBytes) : ''),
      value: ({ weightBytes }) => weightBytes,
    },
    {
      key: 'macs',
      title: t('inspector.macs'),
      kind: 'number',
      width: 78,
      text: ({ macs }) => (macs === undefined ? '' : number(macs)),
      value: ({ macs }) => macs,
    },
    {
      key: 'parameters',
      title: t('inspector.parameters'),
      kind: 'text',
      width: 90,
      grow: 3,
      text: ({ parameters }) => parameters.map(({ name, value }) => `${name}=${value}`).join(', '),
    },
  ];
}

/** More of them nobody reads in a cell. */
const mostShapes = 32;

function shapes(operands: readonly Operand[]): string {
  const shown = operands
    .slice(0, mostShapes)
    .map(({ tensor, shape }) => (tensor < 0 ? '–' : shapeText(shape)));
  return [...shown, ...(operands.length > mostShapes ? [`… ${operands.length}`] : [])].join(', ');
}

function typesOf(operands: readonly Operand[]): string {
  return [...new Set(operands.map(({ type }) => type).filter(Boolean))].join(', ');
}

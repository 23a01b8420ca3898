/** The columns of the tensor table, and the words for what a tensor is. */
import { displayName, shapeText } from '../../src/core/inspect/displayName';
import type { TensorRole, TensorRow } from '../../src/core/inspect/tensors';
import type { DrawnColumn } from '../shared/dataGrid';
import { tailText } from '../shared/tailText';
import type { Words } from '../shared/words';

export function tensorColumns(words: Words): readonly DrawnColumn<TensorRow>[] {
  const { t, number } = words;
  return [
    { key: 'index', title: t('inspector.index'), kind: 'text', width: 54, text: ({ index }) => `t${index}` },
    {
      key: 'name',
      title: t('inspector.name'),
      kind: 'text',
      // "MobilenetV1/Conv2d_2_pointwise/weights/read": what tells tensors apart is seldom in the last word alone.
      width: 250,
      grow: 3,
      text: ({ name }) => displayName(name),
      draw: ({ name }) => tailText(name, 25),
    },
    { key: 'type', title: t('inspector.type'), kind: 'text', width: 80, text: ({ type }) => type },
    {
      key: 'shape',
      title: t('inspector.shape'),
      kind: 'text',
      width: 116,
      grow: 1,
      text: ({ shape }) => shapeText(shape),
    },
    {
      key: 'role',
      title: t('inspector.role'),
      kind: 'text',
      width: 84,
      text: ({ role }) => roleWord(words, role),
    },
    {
      key: 'bytes',
      title: t('inspector.bytes'),
      kind: 'number',
      width: 76,
      text: ({ bytes }) => number(bytes),
      value: ({ bytes }) => bytes,
    },
    {
      key: 'quantization',
      title: t('inspector.quantization'),
      kind: 'text',
      width: 150,
      grow: 1.5,
      text: (row) => quantizationText(words, row),
    },
  ];
}

export function roleWord({ t }: Words, role: TensorRole): string {
  switch (role) {
    case 'input':
      return t('inspector.roleInput');
    case 'output':
      return t('inspector.roleOutput');
    case 'constant':
      return t('inspector.roleConstant');
    case 'variable':
      return t('inspector.roleVariable');
    case 'activation':
      return t('inspector.roleActivation');
    case 'unused':
      return t('inspector.roleUnused');
  }
}

function quantizationText({ t, number }: Words, { quantization }: TensorRow): string {
  if (!quantization) return '';
  const { scales, scale, zeroPoint, dimension } = quantization;
  if (scales > 1) return t('inspector.manyScales', { count: scales, dimension });
  return t('inspector.oneScale', { scale: number(scale), zeroPoint: number(zeroPoint) });
}

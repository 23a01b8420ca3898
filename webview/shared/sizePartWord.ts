import type { SizePartKind } from '../../src/core/inspect/size';
import type { Words } from './words';

export function sizePartWord({ t }: Words, kind: SizePartKind): string {
  switch (kind) {
    case 'tensorData':
      return t('inspector.partTensorData');
    case 'metadata':
      return t('inspector.partMetadata');
    case 'unusedData':
      return t('inspector.partUnusedData');
    case 'tables':
      return t('inspector.partTables');
    case 'vtables':
      return t('inspector.partVtables');
    case 'vectors':
      return t('inspector.partVectors');
    case 'strings':
      return t('inspector.partStrings');
    case 'header':
      return t('inspector.partHeader');
    case 'padding':
      return t('inspector.partPadding');
    case 'unknown':
      return t('inspector.partUnknown');
    case 'zip':
      return t('inspector.partZip');
  }
}

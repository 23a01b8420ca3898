import { sentence, type Sentence } from '../../../l10n/sentences';
import type { SizePartKind } from './size';

export const sizePartNames: Readonly<Record<SizePartKind, Sentence>> = {
  tensorData: sentence('inspector.partTensorData'),
  metadata: sentence('inspector.partMetadata'),
  unusedData: sentence('inspector.partUnusedData'),
  tables: sentence('inspector.partTables'),
  vtables: sentence('inspector.partVtables'),
  vectors: sentence('inspector.partVectors'),
  strings: sentence('inspector.partStrings'),
  header: sentence('inspector.partHeader'),
  padding: sentence('inspector.partPadding'),
  unknown: sentence('inspector.partUnknown'),
  zip: sentence('inspector.partZip'),
};

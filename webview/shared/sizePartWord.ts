import type { SizePartKind } from '../../src/core/inspect/size';
import { sizePartNames } from '../../src/core/inspect/sizePartNames';
import type { Words } from './words';

export function sizePartWord({ say }: Words, kind: SizePartKind): string {
  return say(sizePartNames[kind]);
}

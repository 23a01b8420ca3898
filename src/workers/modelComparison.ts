import { compareModels } from '../core/inspect/compare';
import { openModel } from '../core/inspect/openModel';
import type { ComparedModels, ModelsToCompare } from '../protocol/modelWorker';

/** Compares two files. Never throws for their sake: what cannot be read is told. */
export function compareModelFiles({ before, after, target }: ModelsToCompare): ComparedModels {
  const sides = [openModel(before), openModel(after)] as const;
  const why = sides.flatMap(({ model, damage }) => (model.subgraphs.length === 0 ? damage : []));
  if (why.length > 0) return { kind: 'unreadable', why };
  const [left, right] = sides;
  return {
    kind: 'comparison',
    comparison: compareModels(left, right, target),
    damage: { before: left.damage, after: right.damage },
  };
}

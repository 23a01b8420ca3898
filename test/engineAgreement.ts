/** The built-in engine and another one, from the same weights and in the same batches. */
import { expect } from 'vitest';
import { builtinEngine } from '../src/core/nn/builtinEngine';
import type { History } from '../src/core/nn/engine';
import { training, validation, type AgreementCase } from './engineCases';

/** Engines round to float32 at other places and in another order: what 20 epochs may make of that. */
export const relativeTolerance = 1e-4;

/** Expects every figure of every epoch to agree with the built-in engine's; returns the largest relative difference. */
export async function largestDisagreement(
  history: History,
  { model, weights, options }: AgreementCase,
): Promise<number> {
  const expected = await builtinEngine.fit(model, weights, training, validation, options);
  let largest = 0;
  for (const metric of ['loss', 'mae', 'val_loss', 'val_mae'] as const) {
    expect(history[metric]).toHaveLength(options.epochs);
    history[metric].forEach((value, epoch) => {
      const wanted = expected.history[metric][epoch] ?? NaN;
      const difference = Math.abs(value - wanted) / wanted;
      expect(difference, `${metric} of epoch ${String(epoch + 1)}`).toBeLessThan(relativeTolerance);
      largest = Math.max(largest, difference);
    });
  }
  return largest;
}

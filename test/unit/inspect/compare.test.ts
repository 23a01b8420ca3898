import { describe, expect, it } from 'vitest';
import { compareModels } from '../../../src/core/inspect/compare';
import type { Change } from '../../../src/core/inspect/compareTensors';
import type { Model } from '../../../src/core/tflite/model';
import { dense, model } from '../check/modelBuilder';

const opened = (compared: Model) => ({ bytes: new Uint8Array(0), model: compared, damage: [] });
const compare = (before: Model, after: Model) => compareModels(opened(before), opened(after));

function changes(before: Model, after: Model): readonly Change[] {
  return compare(before, after).operators.flatMap((pair) => (pair.kind === 'changed' ? pair.changes : []));
}

const scales = (count: number, changed: Readonly<Record<number, number>> = {}) =>
  dense({
    weights: {
      shape: [count, 4],
      scale: Array.from({ length: count }, (_, index) => changed[index] ?? 0.25),
      bytes: new Uint8Array(count * 4),
    },
  });

describe('compared models', () => {
  it('differ in a scale that changed in its last digit, and show that digit', () => {
    const change = changes(dense(), dense({ output: { scale: [0.5 + 2 ** -24], zeroPoint: [-1] } }));
    expect(change).toEqual([{ what: 'scale', place: 'output 0', before: '0.5', after: '0.50000006' }]);
  });

  it('show long lists from the first difference on', () => {
    const [change, ...others] = changes(scales(64), scales(64, { 40: 0.125 }));
    expect(others).toEqual([]);
    expect(change).toEqual({
      what: 'scale',
      place: 'input 1',
      before: '[40] 0.25, 0.25, 0.25, 0.25 … (64)',
      after: '[40] 0.125, 0.25, 0.25, 0.25 … (64)',
    });
  });

  it('have the same finding where only its place moved, and another where its operator is another', () => {
    const ending = (...names: readonly string[]) =>
      model(
        [{}, {}],
        names.map((name) => ({ name, inputs: [0], outputs: [1] })),
      );
    const codes = (before: Model, after: Model) => {
      const { gone, appeared } = compare(before, after).findings;
      return [gone, appeared].map((findings) => findings.map(({ message }) => message.args.operator));
    };
    expect(codes(ending('GELU'), ending('RELU', 'GELU'))).toEqual([[], []]);
    expect(codes(ending('GELU'), ending('POW'))).toEqual([['op0 GELU'], ['op0 POW']]);
    expect(codes(ending('GELU'), ending('GELU', 'GELU'))).toEqual([[], ['op1 GELU']]);
  });
});

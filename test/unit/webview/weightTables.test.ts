import { describe, expect, it } from 'vitest';
import { en } from '../../../l10n/en/index';
import { floatModel } from '../../../src/core/quantize/floatModel';
import { int8Model } from '../../../src/core/quantize/int8Model';
import { layerCodes } from '../../../src/core/quantize/layerCodes';
import { createWords } from '../../../webview/shared/words';
import { codeTable, realTable } from '../../../webview/training/weightTables';
import { outputsByDefinition, sampleNetwork } from '../quantize/sampleNetwork';

const words = createWords(en, 'en');
const nameOf = (input: number): string => `in ${String(input)}`;

describe('the table of a layer’s weights', () => {
  it('is the layer: what it says computes the network’s outputs', () => {
    const network = sampleNetwork(3, 2, [7, 4, 1]);
    const tables = network.weights.map((layer) => realTable(words, nameOf, layer));
    let values: number[] = [0.25, -1.5];
    tables.forEach(({ head, rows }, index) => {
      expect(rows.map(([name]) => name)).toEqual([...values.keys()].map(nameOf).concat('bias'));
      values = head.slice(1).map((_, unit) => {
        const sum = rows.reduce(
          (total, row, input) => total + Number(row[unit + 1]) * (values[input] ?? 1),
          0,
        );
        return index < tables.length - 1 ? Math.max(0, sum) : sum;
      });
    });
    // The cells hold the shortest numbers that are the same float32.
    expect(values[0]).toBeCloseTo(outputsByDefinition(network, [0.25, -1.5])[0]!, 5);
  });

  it.each(['per-tensor', 'per-channel'] as const)('gives codes with the step of each (%s)', (dense) => {
    const { description, weights, inputs } = sampleNetwork(5, 2, [6, 3, 1]);
    const codes = layerCodes(int8Model(floatModel(description, weights), [inputs], { dense }))!;
    codes.forEach((layer, index) => {
      const real = realTable(words, nameOf, weights[index]!).rows;
      const coded = codeTable(words, nameOf, layer).rows;
      const [weightScales, biasScales] = coded.slice(-2);
      real.forEach((row, at) =>
        row.slice(1).forEach((value, unit) => {
          const scale = Number((at < real.length - 1 ? weightScales : biasScales)?.[unit + 1]);
          expect(Math.abs(Number(coded[at]![unit + 1]) * scale - Number(value))).toBeLessThanOrEqual(
            0.5001 * scale,
          );
        }),
      );
    });
  });
});

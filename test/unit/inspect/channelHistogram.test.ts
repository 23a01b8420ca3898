import { expect, it } from 'vitest';
import { channelHistogram } from '../../../src/core/inspect/channelHistogram';
import { histogram } from '../../../src/core/inspect/histogram';
import { tensorCodes } from '../../../src/core/inspect/tensorValues';
import { model } from '../check/modelBuilder';

it('histograms of all channels add up to that of the tensor, and each holds the slice of its channel', () => {
  const shape = [2, 3, 4];
  const bytes = Uint8Array.from({ length: 24 }, (_, index) => (index * 37) % 256);
  for (const dimension of [0, 1, 2]) {
    const count = shape[dimension]!;
    const scale = new Array<number>(count).fill(0.5);
    const made = model([{ type: 'INT8', shape, bytes, scale, dimension }], []);
    const tensor = made.subgraphs[0]!.tensors[0]!;
    const codes = tensorCodes(made, tensor)!;
    const whole = histogram(tensor.type, codes);
    const sum = new Uint32Array(whole.counts.length);
    for (let channel = 0; channel < count; channel++) {
      const { counts } = channelHistogram(made, 0, 0, channel)!;
      // Written out with the place of each element, as NumPy's unravel_index gives it.
      const own = Array.from(codes).filter((_, index) => {
        const place = [Math.floor(index / 12), Math.floor(index / 4) % 3, index % 4];
        return place[dimension] === channel;
      });
      for (const [bin, value] of counts.entries()) {
        expect(value).toBe(own.filter((code) => code === bin - 128).length);
        sum[bin]! += value;
      }
    }
    expect(sum).toEqual(whole.counts);
    expect(channelHistogram(made, 0, 0, count)).toBeUndefined();
    expect(channelHistogram(made, 0, 0, -1)).toBeUndefined();
  }
});

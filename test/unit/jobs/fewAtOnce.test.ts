import { describe, expect, it } from 'vitest';
import { fewAtOnce } from '../../../src/jobs/fewAtOnce';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a few at once', () => {
  it.each([0, 1, 3, 4, 5, 100])(
    'does each of %i once, in order, never more than 4 at a time',
    async (count) => {
      const begun: number[] = [];
      let [underWay, most] = [0, 0];
      const answers = await fewAtOnce(
        Array.from({ length: count }, (_, item) => item),
        4,
        async (item) => {
          begun.push(item);
          most = Math.max(most, ++underWay);
          for (let turns = (item * 7) % 5; turns >= 0; turns--) await turn();
          underWay--;
          return item * item;
        },
      );
      expect(answers).toEqual(Array.from({ length: count }, (_, item) => item * item));
      expect(begun).toEqual(Array.from({ length: count }, (_, item) => item));
      expect(most).toBe(Math.min(4, count));
    },
  );

  it('ends when what was begun has ended, begins nothing after a failure, and throws the first in order', async () => {
    const ended: number[] = [];
    const work = async (item: number): Promise<void> => {
      // The later one fails first.
      for (let turns = 10 - item; turns >= 0; turns--) await turn();
      ended.push(item);
      if (item === 1 || item === 3) throw new Error(`item ${item}`);
    };
    await expect(fewAtOnce([0, 1, 2, 3, 4, 5, 6, 7], 4, work)).rejects.toThrow('item 1');
    expect(ended.toSorted()).toEqual([0, 1, 2, 3]);
  });
});

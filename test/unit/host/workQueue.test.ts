import { describe, expect, it } from 'vitest';
import { WorkQueue } from '../../../src/host/workQueue';

const soon = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('a queue of work', () => {
  it('does one piece at a time, in order, and what is asked for twice once, in its latest form', async () => {
    const done: string[] = [];
    let atOnce = 0;
    const piece = (name: string) => async () => {
      expect(++atOnce).toBe(1);
      await soon();
      atOnce--;
      done.push(name);
    };
    const queue = new WorkQueue((error) => {
      throw error;
    });
    queue.ask('a', piece('a'));
    queue.ask('b', piece('b, first'));
    queue.ask('c', piece('c'));
    queue.ask('b', piece('b, last'));
    // It runs already: what changed since then is looked at again.
    queue.ask('a', piece('a, again'));
    await expect.poll(() => done).toEqual(['a', 'b, last', 'c', 'a, again']);
    queue.ask('d', piece('d'));
    await expect.poll(() => done.at(-1)).toBe('d');
  });

  it('goes on after a piece that failed, and stops when it is disposed of', async () => {
    const errors: unknown[] = [];
    const done: string[] = [];
    const queue = new WorkQueue((error) => errors.push(error));
    queue.ask('a', () => Promise.reject(new Error('no')));
    queue.ask('b', async () => {
      await soon();
      done.push('b');
      queue.dispose();
    });
    queue.ask('c', () => Promise.resolve(done.push('c')));
    await expect.poll(() => done).toEqual(['b']);
    await soon();
    expect([done, errors]).toEqual([['b'], [new Error('no')]]);
  });
});

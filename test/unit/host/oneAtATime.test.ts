import { expect, it } from 'vitest';
import { OneAtATime } from '../../../src/host/oneAtATime';

it('work that is asked for all the time is done one at a time, and once more at the end', async () => {
  let version = 0;
  let open = 0;
  const seen: number[] = [];
  const work = new OneAtATime(async () => {
    expect(++open).toBe(1);
    const read = version;
    await new Promise((resolve) => setTimeout(resolve, 20));
    seen.push(read);
    open--;
  });
  for (; version < 30; version++) {
    work.ask();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  work.ask();
  await expect.poll(() => seen.at(-1)).toBe(30);
  // Something was seen while it went on.
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.length).toBeLessThan(30);
});

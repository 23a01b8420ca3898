import { beforeEach, describe, expect, it } from 'vitest';
import { OneAFrame } from '../../../webview/training/oneAFrame';

let asked: (() => void)[] = [];
const inNextFrame = (call: () => void): void => void asked.push(call);
const frame = (): void => asked.splice(0).forEach((call) => call());

beforeEach(() => {
  asked = [];
});

describe('messages in a bunch', () => {
  it('are taken one a frame, in order, the first at once', () => {
    const taken: number[] = [];
    const even = new OneAFrame<number>((one) => taken.push(one), inNextFrame);
    for (const one of [1, 2, 3]) even.add(one);
    expect(taken).toEqual([1]);
    frame();
    expect(taken).toEqual([1, 2]);
    frame();
    expect(taken).toEqual([1, 2, 3]);
    frame();
    expect(asked).toEqual([]);
    even.add(4);
    expect(taken).toEqual([1, 2, 3, 4]);
  });

  it('never lag by more than three, also where there are no frames', () => {
    const taken: number[] = [];
    const even = new OneAFrame<number>((one) => taken.push(one), inNextFrame);
    for (let one = 0; one < 1000; one++) {
      even.add(one);
      expect(taken).toEqual(Array.from({ length: taken.length }, (_, index) => index));
      expect(one - taken.at(-1)!).toBeLessThanOrEqual(3);
    }
  });

  it('are all taken before what must come after them', () => {
    const taken: number[] = [];
    const even = new OneAFrame<number>((one) => taken.push(one), inNextFrame);
    for (const one of [1, 2, 3]) even.add(one);
    even.flush();
    expect(taken).toEqual([1, 2, 3]);
    frame();
    frame();
    expect(taken).toEqual([1, 2, 3]);
  });
});

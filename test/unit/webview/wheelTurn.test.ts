import { describe, expect, it } from 'vitest';
import { wheelTurn } from '../../../webview/shared/wheelTurn';

const up = { deltaX: 0, deltaY: -100, deltaMode: 0 };

describe('a turn of the wheel', () => {
  it('is one step per notch, whether it is told in pixels, lines or pages', () => {
    expect(wheelTurn(up, 500)).toEqual({ factor: 1 / 1.2, share: 0 });
    expect(wheelTurn({ ...up, deltaY: -3, deltaMode: 1 }, 500).factor).toBeCloseTo(1 / 1.2, 12);
    expect(wheelTurn({ ...up, deltaY: 1, deltaMode: 2 }, 500).factor).toBeCloseTo(1.2, 12);
  });

  it('is as much in many small moves as in a large one', () => {
    let factor = 1;
    for (let move = 0; move < 50; move++) factor *= wheelTurn({ ...up, deltaY: 2 }, 500).factor;
    expect(factor).toBeCloseTo(1.2, 9);
  });

  it('never runs away', () => {
    expect(wheelTurn({ ...up, deltaY: 1e6 }, 500).factor).toBeCloseTo(1.2 ** 3, 9);
  });

  it('moves where it goes sideways, by what the fingers have moved, and zooms nothing', () => {
    expect(wheelTurn({ deltaX: 50, deltaY: 3, deltaMode: 0 }, 500)).toEqual({ factor: 1, share: 0.1 });
    expect(wheelTurn({ deltaX: 0, deltaY: 0, deltaMode: 0 }, 500)).toEqual({ factor: 1, share: 0 });
  });
});

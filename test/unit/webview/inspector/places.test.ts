import { describe, expect, it } from 'vitest';
import { jumpTarget } from '../../../../webview/inspector/jumpTarget';
import { placeText } from '../../../../webview/inspector/placeText';

describe('jumpTarget', () => {
  it('reads operators and tensors of any subgraph, with or without blanks and capitals', () => {
    expect(jumpTarget('op7')).toEqual({ kind: 'operator', subgraph: 0, index: 7 });
    expect(jumpTarget(' T 12 ')).toEqual({ kind: 'tensor', subgraph: 0, index: 12 });
    expect(jumpTarget('2:OP 0')).toEqual({ kind: 'operator', subgraph: 2, index: 0 });
  });

  it('takes nothing else', () => {
    for (const text of ['', '7', 'op', 'tensor1', 'op-1', 'op1.5', ':op1', 'op1 t2', 'op1234567890']) {
      expect(jumpTarget(text)).toBeUndefined();
    }
  });
});

describe('placeText', () => {
  it('counts through every place of a tensor in row-major order', () => {
    const shape = [2, 3, 4];
    const expected: string[] = [];
    for (let a = 0; a < 2; a++)
      for (let b = 0; b < 3; b++) for (let c = 0; c < 4; c++) expected.push(`[${a}, ${b}, ${c}]`);
    expect(expected.map((_, element) => placeText(element, shape))).toEqual(expected);
  });

  it('falls back to the plain number where the shape says nothing', () => {
    expect(placeText(5, [])).toBe('[5]');
    expect(placeText(5, [1, -1])).toBe('[5]');
  });
});

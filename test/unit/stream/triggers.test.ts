import { describe, expect, it } from 'vitest';
import { DEFAULT_TEXT_PATTERN, Triggers, type TriggerCondition } from '../../../src/core/stream/triggers';
import { milliseconds } from '../../processorTime';
import { safePattern } from '../../../src/core/stream/safePattern';

function watch(condition: TriggerCondition, quietMs = 0) {
  const times: number[] = [];
  const triggers = new Triggers([condition], (firing) => times.push(firing.timeS), quietMs);
  const feed = (values: readonly (number | null)[]): number[] => {
    for (const [index, value] of values.entries()) triggers.sample(['x'], [value], index);
    return times;
  };
  return { triggers, times, feed };
}

describe('triggers', () => {
  it('level: when it is reached, not while it holds', () => {
    const { feed } = watch({ kind: 'level', series: 'x', direction: 'above', level: 5 });
    expect(feed([1, 6, 7, null, 8, 2, 5, 1])).toEqual([1, 6]);
  });

  it('edge: on crossing, with hysteresis', () => {
    const rising = watch({ kind: 'edge', series: 'x', direction: 'rising', level: 5, hysteresis: 1 });
    expect(rising.feed([9, 1, 5, 4.5, 5.5, 3, 6])).toEqual([2, 6]);
    const falling = watch({ kind: 'edge', series: 'x', direction: 'falling', level: 5, hysteresis: 1 });
    expect(falling.feed([9, 1, 5, 4.5, 5.5, 3, 6])).toEqual([1, 5]);
  });

  it('NaN: of the named series or of any', () => {
    expect(watch({ kind: 'notFinite' }).feed([1, NaN, 2, Infinity])).toEqual([1, 3]);
    expect(watch({ kind: 'notFinite', series: 'y' }).feed([NaN])).toEqual([]);
  });

  it('silence: once per silence', () => {
    const { triggers, times } = watch({ kind: 'silence', seconds: 2 });
    triggers.heard(10);
    for (const nowS of [11, 11.9, 12, 13, 20]) triggers.tick(nowS);
    triggers.heard(21);
    for (const nowS of [22, 23.5, 24]) triggers.tick(nowS);
    expect(times).toEqual([12, 23.5]);
  });

  it('text: the lines a crashed program prints, at most once in a while', () => {
    const { triggers, times } = watch({ kind: 'text', pattern: DEFAULT_TEXT_PATTERN }, 1000);
    for (const line of ['ok', 'ERR: no sensor', 'ERR', 'assert failed']) triggers.line(line, 0);
    triggers.line('Guru Meditation: panic', 2);
    expect(times).toEqual([0, 2]);
  });
});

describe('a pattern of the user', () => {
  it.each([
    '(a+)+b',
    '(a|a)*b',
    '(x+x+)+y',
    '(?=a)a',
    '(a)\\1',
    'a?'.repeat(30),
    '(a|b|ab)'.repeat(12),
    'x*x*x*x*x*y',
    '(',
  ])('"%s" is refused', (pattern) => {
    expect(() => safePattern(pattern)).toThrow();
  });

  it.each([
    'ERR|panic|assert',
    'temp: *\\d+',
    '^E \\(\\d+\\)',
    '\\p{L}+',
    'a.*b',
    '[(+*]',
    '(?:ERR|WARN): .*',
    'x{2}',
  ])('"%s" is taken, and no line takes it 50 ms', (pattern) => {
    const safe = safePattern(pattern);
    for (const line of [
      'a'.repeat(4096),
      ' '.repeat(4096),
      '0'.repeat(4096),
      'temp:'.repeat(800),
      'a,'.repeat(2048),
    ]) {
      expect(milliseconds(() => safe.matches(line))).toBeLessThan(50);
    }
  });
});

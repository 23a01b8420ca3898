import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pacedQuestion } from '../../../webview/shared/pacedQuestion';

describe('a paced question', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const make = (answerMs: number) => {
    let wish = 0;
    const asked: number[] = [];
    let open = 0;
    const question = pacedQuestion(500, async () => {
      expect(++open).toBe(1);
      asked.push(wish);
      await new Promise((resolve) => setTimeout(resolve, answerMs));
      open--;
    });
    return { question, asked, wish: (next: number) => (wish = next) };
  };

  it('is asked twice a second at most, and in the end for what was wanted last', async () => {
    const { question, asked, wish } = make(10);
    for (let step = 1; step <= 21; step++) {
      wish(step);
      question();
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.length).toBeLessThanOrEqual(6);
    expect(asked.at(-1)).toBe(21);
  });

  it('is asked at once where somebody waits, one at a time, and the last wish is not lost', async () => {
    const { question, asked, wish } = make(300);
    for (let step = 1; step <= 5; step++) {
      wish(step);
      question.now();
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual([1, 5]);
  });
});

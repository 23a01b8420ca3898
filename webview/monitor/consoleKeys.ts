/** Which line of the console a key goes to. */
export interface ConsoleStand {
  /** Index of the line that is stood on; -1 for none. */
  readonly from: number;
  /** Index of the last line in sight: where a person looks who stands on none. */
  readonly lastSeen: number;
  readonly rowsSeen: number;
  readonly count: number;
}

/** @returns undefined for a key that goes nowhere */
export function consoleStep(
  key: string,
  { from, lastSeen, rowsSeen, count }: ConsoleStand,
): number | undefined {
  const within = (index: number): number => Math.max(0, Math.min(count - 1, index));
  if (key === 'Home') return within(0);
  if (key === 'End') return within(count - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: -1,
    ArrowDown: 1,
    PageUp: -rowsSeen,
    PageDown: rowsSeen,
  };
  const step = steps[key];
  if (step === undefined) return undefined;
  return within(from < 0 ? lastSeen : from + step);
}

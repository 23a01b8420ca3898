/** Within which bounds the numbers of a project must lie: for its reader, and for fields that ask for them. */
export interface NumberRange {
  readonly minimum: number;
  readonly maximum: number;
  /** The minimum itself is not allowed. */
  readonly above?: boolean;
  readonly whole?: boolean;
}

export const limits = {
  samples: { minimum: 10, maximum: 1_000_000, whole: true },
  noise: { minimum: 0, maximum: 100 },
  seed: { minimum: 0, maximum: 4294967295, whole: true },
  learningRate: { minimum: 0, maximum: 10, above: true },
  batchSize: { minimum: 1, maximum: 1_000_000, whole: true },
  units: { minimum: 1, maximum: 10_000, whole: true },
  epochs: { minimum: 1, maximum: 1_000_000, whole: true },
} satisfies Readonly<Record<string, NumberRange>>;

export function liesWithin(
  value: number,
  { minimum, maximum, above = false, whole = false }: NumberRange,
): boolean {
  return (
    (above ? value > minimum : value >= minimum) &&
    value <= maximum &&
    (!whole || Number.isSafeInteger(value))
  );
}

/** One field as a number, whole or not at all: `12 V` is no number, and neither is an empty field. */
const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,6})?$/i;
const namedNumbers: Readonly<Record<string, number>> = {
  nan: NaN,
  '+nan': NaN,
  '-nan': NaN,
  inf: Infinity,
  '+inf': Infinity,
  '-inf': -Infinity,
  infinity: Infinity,
  '+infinity': Infinity,
  '-infinity': -Infinity,
};
/** Longer than any number that a program prints; keeps the pattern from running over a page of digits. */
const longestNumber = 400;

/** Undefined when the field is empty or no number. With `decimalComma`, `1,5` reads as 1.5. */
export function parseNumber(field: string, decimalComma: boolean): number | undefined {
  if (field.length > longestNumber) return undefined;
  const trimmed = field.trim();
  const text = decimalComma ? trimmed.replace(',', '.') : trimmed;
  if (plainNumber.test(text)) return Number(text);
  const name = text.toLowerCase();
  return Object.hasOwn(namedNumbers, name) ? namedNumbers[name] : undefined;
}

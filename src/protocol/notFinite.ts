/**
 * Between host and page messages travel as JSON, which turns NaN and the infinities into null. Models hold such numbers
 * (a damaged scale, a weight that overflowed), and pages must be able to show them.
 */
interface Mark {
  readonly notFinite: 'NaN' | 'Infinity' | '-Infinity';
}

/** The message with marks where JSON has no number. Arrays of numbers with a type of their own travel as they are. */
export function packNotFinite(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : mark(value);
  return mapped(value, packNotFinite);
}

/** The reverse of `packNotFinite`. */
export function unpackNotFinite(value: unknown): unknown {
  return isMark(value) ? Number(value.notFinite) : mapped(value, unpackNotFinite);
}

function mapped(value: unknown, change: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (value instanceof ArrayBuffer) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}

function mark(value: number): Mark {
  if (Number.isNaN(value)) return { notFinite: 'NaN' };
  return { notFinite: value > 0 ? 'Infinity' : '-Infinity' };
}

function isMark(value: unknown): value is Mark {
  return (
    typeof value === 'object' &&
    value !== null &&
    'notFinite' in value &&
    (value.notFinite === 'NaN' || value.notFinite === 'Infinity' || value.notFinite === '-Infinity')
  );
}

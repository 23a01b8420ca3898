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

/** The value itself where nothing in it changes: most messages hold no such number, and a large one is not copied for it. */
function mapped(value: unknown, change: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    value.forEach((inner: unknown, index) => {
      const changed = change(inner);
      if (Object.is(changed, inner)) return;
      copy ??= [...(value as readonly unknown[])];
      copy[index] = changed;
    });
    return copy ?? value;
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (value instanceof ArrayBuffer) return value;
  let copy: Record<string, unknown> | undefined;
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const changed = change(inner);
    if (Object.is(changed, inner)) continue;
    copy ??= { ...value };
    copy[key] = changed;
  }
  return copy ?? value;
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

/**
 * How a sentence with holes becomes text.
 *
 * A template holds `{name}` for a value and `{name?one|other}` for a word that follows a count:
 * `'{epochs} {epochs?epoch|epochs}'`. The names are part of the template's type, so a caller that forgets a value, or
 * misspells one, does not compile.
 */
export type TemplateNames<Template extends string> = Template extends `${string}{${infer Hole}}${infer Rest}`
  ? (Hole extends `${infer Name}?${string}` ? Name : Hole) | TemplateNames<Rest>
  : never;

export type SentenceValue = string | number;

/** Nobody counts more zeros than these after the point. */
export const smallestInFull = 1e-6;
/** Nor before it: the lowest float32, with which a model masks values, has 39 digits. */
const largestInFull = 1e21;

/** Of a value that was measured: what a 32-bit float holds. */
export const measuredDigits = 7;

/** Numbers are written the reader's way: whole ones grouped, others with four significant digits, tiny and huge ones as `1.5e-9`. */
export function formatNumber(value: number, language: string, significantDigits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= largestInFull || (value !== 0 && size < smallestInFull))
    return String(Number(value.toPrecision(significantDigits)));
  const isWhole = Number.isInteger(value);
  const key = `${language} ${isWhole ? 'whole' : significantDigits}`;
  let format = formats.get(key);
  if (!format) {
    const digits = { maximumSignificantDigits: significantDigits };
    format = new Intl.NumberFormat(language, isWhole ? {} : digits);
    formats.set(key, format);
  }
  // Nobody writes the zero that has a sign.
  return format.format(value === 0 ? 0 : value);
}

/** Making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>();

export function formatTemplate(
  template: string,
  values: Readonly<Record<string, SentenceValue>>,
  language: string,
): string {
  return template.replace(
    /\{(\w+)(?:\?([^|}]*)\|([^}]*))?\}/g,
    (hole, name: string, one?: string, other?: string) => {
      const value = values[name];
      if (value === undefined) return hole;
      if (other !== undefined) return Number(value) === 1 ? (one ?? '') : other;
      return typeof value === 'number' ? formatNumber(value, language) : value;
    },
  );
}

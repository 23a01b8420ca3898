/** How the person wants a series to look: hidden, colour, unit; and what was kept of it. */
export interface SeriesLook {
  readonly colour?: string;
  readonly unit?: string;
  readonly hidden?: boolean;
}

export type Looks = Readonly<Record<string, SeriesLook>>;

export function parseLooks(kept: unknown): Looks {
  if (typeof kept !== 'string') return {};
  const parsed: unknown = JSON.parse(kept);
  if (typeof parsed !== 'object' || parsed === null) return {};
  return Object.fromEntries(
    Object.entries(parsed).map(([name, look]: [string, unknown]) => [name, asLook(look)]),
  );
}

function asLook(look: unknown): SeriesLook {
  if (typeof look !== 'object' || look === null) return {};
  const { colour, unit, hidden } = look as Readonly<Record<string, unknown>>;
  return {
    ...(typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour) && { colour }),
    ...(typeof unit === 'string' && { unit }),
    ...(typeof hidden === 'boolean' && { hidden }),
  };
}

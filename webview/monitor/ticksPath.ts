/** Where values that are no finite numbers are marked, as SVG writes paths. */
const heightPx = 8;

/** What a chart tells of its scales; in pixels of its canvas. */
export interface PlotScale {
  readonly area: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly pixelAtX: (x: number) => number;
}

/** One tick per pixel, however many series have no number there. */
export function ticksPath(
  series: readonly { readonly notFinite: readonly number[] }[],
  { area, pixelAtX }: PlotScale,
): string {
  const { left, right, bottom } = area;
  const pixels = series
    .flatMap(({ notFinite }) => notFinite.map((timeS) => Math.round(pixelAtX(timeS))))
    .filter((pixel) => pixel >= left && pixel <= right);
  return [...new Set(pixels)].map((pixel) => `M${pixel} ${bottom}v-${heightPx}`).join('');
}

/** VS Code's colours for what is drawn on a canvas, which no stylesheet reaches. */
export interface ChartTheme {
  readonly foreground: string;
  readonly description: string;
  readonly grid: string;
  /** In the order in which series take them. */
  readonly series: readonly string[];
  readonly fontFamily: string;
  readonly fontSizePx: number;
}

/** `--vscode-charts-orange` is a translucent overlay in the default themes: too faint for a line. */
export function opaque(colour: string): string {
  const rgba = /^rgba\(([^,]+,[^,]+,[^,]+),[^)]*\)$/.exec(colour);
  if (rgba) return `rgb(${rgba[1] ?? ''})`;
  return /^#[0-9a-f]{8}$/i.test(colour) ? colour.slice(0, 7) : colour;
}

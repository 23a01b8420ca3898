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

/** Themes need not define every chart colour (high contrast ones do not): the second value stands in. */
const seriesColours = [
  ['--vscode-charts-blue', '#3794ff'],
  ['--vscode-charts-orange', '#d18616'],
  ['--vscode-charts-green', '#89d185'],
  ['--vscode-charts-purple', '#b180d7'],
  ['--vscode-charts-red', '#f48771'],
  ['--vscode-charts-yellow', '#cca700'],
] as const;

export function readTheme(): ChartTheme {
  const style = getComputedStyle(document.body);
  const read = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  const foreground = read('--vscode-foreground', style.color);
  return {
    foreground,
    description: read('--vscode-descriptionForeground', foreground),
    grid: `color-mix(in srgb, ${foreground} ${isHighContrast() ? 35 : 13}%, transparent)`,
    series: seriesColours.map(([name, otherwise]) => opaque(read(name, otherwise))),
    fontFamily: style.fontFamily,
    fontSizePx: parseFloat(style.fontSize) || 13,
  };
}

/** VS Code changes a theme by writing the root's style and the body's class. */
export function onThemeChange(listener: () => void): void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
}

function isHighContrast(): boolean {
  return document.body.classList.contains('vscode-high-contrast');
}

/** `--vscode-charts-orange` is a translucent overlay in the default themes: too faint for a line. */
export function opaque(colour: string): string {
  const rgba = /^rgba\(([^,]+,[^,]+,[^,]+),[^)]*\)$/.exec(colour);
  if (rgba) return `rgb(${rgba[1] ?? ''})`;
  return /^#[0-9a-f]{8}$/i.test(colour) ? colour.slice(0, 7) : colour;
}

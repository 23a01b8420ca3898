/** Reads the theme of VS Code, and hears of its changes. */
import { opaque, type ChartTheme } from './chartTheme';

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
  const read = (name: string, otherwise: string): string => {
    const value = style.getPropertyValue(name).trim();
    return value === '' ? otherwise : value;
  };
  const foreground = read('--vscode-foreground', style.color);
  return {
    foreground,
    description: read('--vscode-descriptionForeground', foreground),
    grid: `color-mix(in srgb, ${foreground} ${isHighContrast() ? 25 : 13}%, transparent)`,
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

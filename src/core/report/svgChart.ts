/**
 * A chart as an SVG file: title, axes, series with their names. It brings its own background, so that it can be read on
 * any page, and turns dark where the viewer says that it is dark. The same chart gives the same bytes.
 */
import { axisFor, type Axis } from './svgScale';
import { thinnedLine, thinnedPoints, type Points } from './thinnedSeries';

export interface SvgSeries extends Points {
  readonly name: string;
  readonly draw: 'points' | 'line';
}

export interface SvgChart {
  readonly title: string;
  readonly subtitle?: string;
  readonly xAxis: string;
  readonly yAxis: string;
  readonly series: readonly SvgSeries[];
}

const [width, height] = [760, 440];
const plot = { left: 76, right: width - 20, top: 84, bottom: height - 56 };
/** Okabe and Ito's palette, told apart by people of every colour vision; for dark backgrounds, lighter ones. */
const lightColors = ['#0072b2', '#d55e00', '#009e73', '#b0478a', '#7a6100'];
const darkColors = ['#56b4e9', '#ff9a4d', '#4bd0a5', '#e69ac9', '#e8c547'];

export function svgChart(chart: SvgChart): string {
  const { title, subtitle, xAxis, yAxis, series } = chart;
  const x = axisFor(allOf(series, 'x'), 'tight');
  const y = axisFor(allOf(series, 'y'), 'round');
  const middle = (plot.left + plot.right) / 2;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style()}</style>`,
    `<rect class="page" width="${String(width)}" height="${String(height)}" rx="6" fill="#ffffff"/>`,
    text(middle, 24, 'title', title),
    ...(subtitle === undefined ? [] : [text(middle, 43, 'label', subtitle)]),
    ...legend(series),
    ...xTicks(x),
    ...yTicks(y),
    `<rect class="frame" x="${String(plot.left)}" y="${String(plot.top)}" width="${String(plot.right - plot.left)}" height="${String(plot.bottom - plot.top)}" fill="none" stroke="#888888"/>`,
    ...series.map((one, index) => drawn(one, index, x, y)),
    text(middle, height - 14, 'label', xAxis),
    `<text class="label" text-anchor="middle" transform="translate(18 ${coordinate((plot.top + plot.bottom) / 2)}) rotate(-90)">${escaped(yAxis)}</text>`,
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function style(): string {
  const font = 'font-family:system-ui,"Segoe UI","Noto Sans CJK SC","Microsoft YaHei",sans-serif';
  const colors = (list: readonly string[]): string =>
    list.map((color, index) => `.l${String(index)}{stroke:${color}}`).join('');
  return (
    `text{${font};fill:#333333}.title{font-size:16px;font-weight:600}.label{font-size:13px}.tick{font-size:12px}` +
    `.grid{stroke:#dddddd}${colors(lightColors)}` +
    `@media (prefers-color-scheme:dark){.page{fill:#1e1e1e}text{fill:#dddddd}.grid{stroke:#3a3a3a}${colors(darkColors)}}`
  );
}

function* allOf(series: readonly SvgSeries[], axis: 'x' | 'y'): Generator<number> {
  for (const one of series) for (let index = 0; index < one.x.length; index++) yield one[axis][index] ?? NaN;
}

/** One entry beside the other; Chinese characters are twice as wide as Latin ones. */
function legend(series: readonly SvgSeries[]): string[] {
  const sizes = series.map(
    ({ name }) => 34 + 7 * Array.from(name).reduce((sum, one) => sum + (one > '⺀' ? 2 : 1), 0),
  );
  let left = (plot.left + plot.right - sizes.reduce((sum, size) => sum + size, 0)) / 2;
  return series.flatMap(({ name, draw }, index) => {
    const at = left;
    left += sizes[index] ?? 0;
    const look = stroke(index, draw === 'line' ? 2 : 7);
    const mark = draw === 'line' ? `M${coordinate(at)} 64h14` : `M${coordinate(at + 7)} 64h0`;
    return [
      `<path d="${mark}" ${look}/>`,
      `<text class="label" x="${coordinate(at + 19)}" y="68">${escaped(name)}</text>`,
    ];
  });
}

function xTicks(axis: Axis): string[] {
  return axis.ticks.flatMap(({ value, label }) => {
    const at = coordinate(xOf(axis, value));
    const grid = `<path class="grid" d="M${at} ${String(plot.top)}V${String(plot.bottom)}" stroke="#dddddd"/>`;
    return [
      grid,
      `<text class="tick" x="${at}" y="${String(plot.bottom + 18)}" text-anchor="middle">${label}</text>`,
    ];
  });
}

function yTicks(axis: Axis): string[] {
  return axis.ticks.flatMap(({ value, label }) => {
    const at = yOf(axis, value);
    const grid = `<path class="grid" d="M${String(plot.left)} ${coordinate(at)}H${String(plot.right)}" stroke="#dddddd"/>`;
    const where = `x="${String(plot.left - 7)}" y="${coordinate(at + 4)}"`;
    return [grid, `<text class="tick" ${where} text-anchor="end">${label}</text>`];
  });
}

function drawn(series: SvgSeries, index: number, xAxis: Axis, yAxis: Axis): string {
  const { x, y } = series.draw === 'line' ? thinnedLine(series) : thinnedPoints(series);
  const parts: string[] = [];
  let joined = false;
  for (let at = 0; at < x.length; at++) {
    const [here, value] = [x[at] ?? NaN, y[at] ?? NaN];
    if (!Number.isFinite(here) || !Number.isFinite(value)) {
      joined = false;
      continue;
    }
    const place = `${coordinate(xOf(xAxis, here))} ${coordinate(yOf(yAxis, value))}`;
    parts.push(series.draw === 'points' ? `M${place}h0` : `${joined ? 'L' : 'M'}${place}`);
    joined = true;
  }
  return `<path d="${parts.join('')}" ${stroke(index, series.draw === 'line' ? 2 : 4)}/>`;
}

function stroke(index: number, strokeWidth: number): string {
  const color = index % lightColors.length;
  const look = `fill="none" stroke-width="${String(strokeWidth)}" stroke-linecap="round" stroke-linejoin="round"`;
  return `class="l${String(color)}" stroke="${lightColors[color] ?? ''}" ${look}`;
}

function text(x: number, y: number, kind: string, content: string): string {
  return `<text class="${kind}" x="${coordinate(x)}" y="${String(y)}" text-anchor="middle">${escaped(content)}</text>`;
}

function xOf({ low, high }: Axis, value: number): number {
  return plot.left + ((value - low) / (high - low)) * (plot.right - plot.left);
}

function yOf({ low, high }: Axis, value: number): number {
  return plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top);
}

/** A tenth of a pixel is finer than anybody sees. */
function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

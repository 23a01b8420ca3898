/** A chart as a PNG file that stands by itself: title, plot and legend on the colour of the page. */
import { drawPoint } from 'chart.js/helpers';
import { canvasPng } from './canvasPng';
import { pageBackground } from './pageBackground';
import type { SeriesStyle } from './seriesStyle';
import { readTheme } from './theme';
import type { XyChart } from './xyChart';
import type { XySeries } from './xySeries';

/** Pixels of the file for each pixel of the page. */
const scale = 2;
const marginPx = 12;
const lineHeight = 1.6;

export interface PicturedSeries extends Pick<XySeries, 'name' | 'draw'> {
  readonly style: SeriesStyle;
}

/** A chart and those of its series that are drawn. */
export interface PicturedChart {
  readonly chart: XyChart;
  readonly series: readonly PicturedSeries[];
}

export interface ChartPicture {
  readonly title: string;
  readonly subtitle: string;
  readonly series: readonly PicturedSeries[];
}

/** Undefined where no picture came about. */
export function chartPng(chart: XyChart, picture: ChartPicture): Promise<Uint8Array | undefined> {
  const { width, height } = chart.canvas.getBoundingClientRect();
  const { fontFamily, fontSizePx, foreground, description } = readTheme();
  const linePx = fontSizePx * lineHeight;
  const font = `${fontSizePx}px ${fontFamily}`;
  const legend = legendRows(picture.series, font, fontSizePx, width);
  const head = linePx * (picture.subtitle === '' ? 1 : 2) + marginPx / 2;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((width + 2 * marginPx) * scale);
  canvas.height = Math.ceil((head + height + legend.length * linePx + 2.5 * marginPx) * scale);
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(undefined);
  context.scale(scale, scale);
  context.fillStyle = pageBackground();
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(marginPx, marginPx);
  context.textBaseline = 'middle';
  context.fillStyle = foreground;
  context.font = `600 ${font}`;
  context.fillText(picture.title, 0, linePx / 2, width);
  context.font = font;
  context.fillStyle = description;
  if (picture.subtitle !== '') context.fillText(picture.subtitle, 0, linePx * 1.5, width);
  chart.atScale(scale, (drawn) => context.drawImage(drawn, 0, head, width, height));
  legend.forEach((row, index) => {
    const middle = head + height + marginPx / 2 + (index + 0.5) * linePx;
    for (const { left, one } of row) {
      drawSample(context, one, left, middle);
      context.fillStyle = foreground;
      context.fillText(one.name, left + samplePx, middle, width - left - samplePx);
    }
  });
  return canvasPng(canvas);
}

/** A line or mark, and the room before its name. */
const samplePx = 30;

interface LegendEntry {
  readonly left: number;
  readonly one: PicturedSeries;
}

function legendRows(
  series: readonly PicturedSeries[],
  font: string,
  gapPx: number,
  width: number,
): readonly (readonly LegendEntry[])[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [];
  context.font = font;
  const rows: LegendEntry[][] = [[]];
  let left = 0;
  for (const one of series) {
    const own = samplePx + context.measureText(one.name).width;
    if (left > 0 && left + own > width) {
      rows.push([]);
      left = 0;
    }
    rows.at(-1)?.push({ left, one });
    left += own + gapPx;
  }
  return rows;
}

function drawSample(
  context: CanvasRenderingContext2D,
  { draw, style }: PicturedSeries,
  left: number,
  middle: number,
): void {
  context.save();
  context.strokeStyle = style.colour;
  context.fillStyle = style.mark === 'circle' ? style.colour : 'transparent';
  context.lineWidth = 1.5;
  if (draw === 'line') {
    context.setLineDash([...style.dash]);
    context.beginPath();
    context.moveTo(left, middle);
    context.lineTo(left + 24, middle);
    context.stroke();
  } else {
    drawPoint(context, { pointStyle: style.mark, radius: 3.5, borderWidth: 1.5 }, left + 12, middle);
  }
  context.restore();
}

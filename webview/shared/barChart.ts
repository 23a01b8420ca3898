/** Bars, side by side or stacked into one: drawn by chart.js in the colours of the theme. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  type ChartDataset,
  type ChartOptions,
} from 'chart.js';
import { element } from './element';
import { oncePerFrame } from './oncePerFrame';
import { seriesStyle } from './seriesStyle';
import { readTheme } from './theme';
import { followThemeWhileShown } from './whileShown';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export type Bars =
  | {
      readonly kind: 'histogram';
      /** Left edges, one per count. */
      readonly labels: readonly string[];
      readonly counts: ArrayLike<number>;
      readonly xAxis: string;
      readonly yAxis: string;
    }
  | {
      /** One bar of parts, from left to right. */
      readonly kind: 'stack';
      readonly parts: readonly { readonly name: string; readonly value: number }[];
    };

export interface BarChartOptions {
  /** Everything the picture says, in words: a screen reader reads this instead. */
  readonly summary: string;
  readonly language: string;
  readonly bars: Bars;
}

export function barChart({ summary, language, bars }: BarChartOptions): HTMLElement {
  const canvas = element('canvas', { role: 'img', 'aria-label': summary });
  const frame = element('div', { class: bars.kind === 'stack' ? 'chart stack' : 'chart bars' }, canvas);
  let chart: Chart<'bar', number[], string> | undefined;
  const draw = oncePerFrame(() => {
    if (!canvas.isConnected) return;
    chart ??= new Chart(canvas, { type: 'bar', data: { labels: [], datasets: [] } });
    chart.data = { labels: labelsOf(bars), datasets: datasetsOf(bars) };
    chart.options = optionsOf(bars, language);
    chart.update('none');
  });
  followThemeWhileShown(frame, draw, () => chart?.destroy());
  draw();
  return frame;
}

/** Colour of a part of a stack; beyond the theme's colours they come again, paler. */
export function partColour(index: number): string {
  const theme = readTheme();
  const { colour } = seriesStyle(index, theme);
  return index < theme.series.length ? colour : `color-mix(in srgb, ${colour} 45%, ${theme.description})`;
}

function labelsOf(bars: Bars): string[] {
  return bars.kind === 'stack' ? [''] : [...bars.labels];
}

function datasetsOf(bars: Bars): ChartDataset<'bar', number[]>[] {
  if (bars.kind === 'stack') {
    return bars.parts.map(({ name, value }, index) => ({
      label: name,
      data: [value],
      backgroundColor: partColour(index),
      barPercentage: 1,
      categoryPercentage: 1,
    }));
  }
  return [
    {
      data: Array.from(bars.counts),
      backgroundColor: partColour(0),
      barPercentage: 1,
      categoryPercentage: 1,
      minBarLength: 0,
    },
  ];
}

function optionsOf(bars: Bars, language: string): ChartOptions<'bar'> {
  const theme = readTheme();
  const font = { family: theme.fontFamily, size: Math.max(10, theme.fontSizePx - 2) };
  const common = {
    locale: language,
    responsive: true,
    maintainAspectRatio: false,
    animation: false as const,
    events: [],
  };
  if (bars.kind === 'stack') {
    const total = bars.parts.reduce((sum, { value }) => sum + value, 0);
    return {
      ...common,
      indexAxis: 'y',
      scales: {
        x: { stacked: true, display: false, min: 0, max: Math.max(1, total) },
        y: { stacked: true, display: false },
      },
    };
  }
  const axis = (text: string) => ({
    title: { display: true, text, color: theme.foreground, font, padding: 2 },
    border: { display: true, color: theme.grid },
    ticks: { color: theme.description, font, maxRotation: 0, autoSkipPadding: 16 },
  });
  return {
    ...common,
    layout: { padding: { top: 4, right: 8 } },
    scales: {
      x: { ...axis(bars.xAxis), grid: { display: false } },
      y: { ...axis(bars.yAxis), beginAtZero: true, grid: { color: theme.grid } },
    },
  };
}

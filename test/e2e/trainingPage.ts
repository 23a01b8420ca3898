/** The training page in a window, looked up anew each time: VS Code may replace it. */
import type { Frame, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { VSCode } from './vscode';

const patience = { timeout: 30_000 };
const fit = '.fits > :nth-child(2)';

/** How a chart's pixels stand to the theme that the page is told. */
export interface Drawn {
  /** `--vscode-charts-blue`, that of the first series, as the page has it. */
  readonly blue: string;
  /** Pixels of the losses of the second model in just that colour. */
  readonly pixels: number;
  readonly text: string;
}

export class TrainingPage {
  constructor(private readonly vscode: VSCode) {}

  frame(): Promise<Frame> {
    return this.vscode.window.webview('training');
  }

  async locate(selector: string): Promise<Locator> {
    return (await this.frame()).locator(selector);
  }

  async text(selector: string): Promise<string> {
    return (await this.locate(selector)).first().innerText();
  }

  /** Which epoch the second model's fit shows: "After epoch 600 of 600". */
  async untilEpoch(told: string): Promise<void> {
    await expect.poll(() => this.text(`${fit} .epoch-told`), patience).toBe(told);
  }

  slider(): Promise<Locator> {
    return this.locate(`${fit} input[type="range"]`);
  }

  async play(): Promise<void> {
    await (await this.locate(`${fit} .play`)).click();
  }

  /** The second model's curve over its samples. */
  async pictureOfFit(): Promise<string> {
    return (await this.locate(`${fit} canvas`)).first().evaluate(dataUrl);
  }

  /** Titles of the charts, and what is said beside them. */
  async charts(): Promise<readonly string[]> {
    return (await this.locate('figure.chart-card :is(figcaption, .chart-notes)')).allInnerTexts();
  }

  /** Charts in view that show nothing. */
  async emptyCharts(): Promise<number> {
    return (await this.locate('figure.chart-card.is-empty:visible')).count();
  }

  async drawn(): Promise<Drawn> {
    return (await this.frame()).evaluate<Drawn>(drawnColours);
  }
}

const dataUrl = (canvas: unknown): string => (canvas as { toDataURL(): string }).toDataURL();

/** Inside the page: a chart in view, and how many of its pixels have the colour of the theme. */
const drawnColours = `(() => {
  const canvas = document.querySelector('${fit} canvas');
  canvas.scrollIntoView({ block: 'center' });
  const style = getComputedStyle(document.body);
  const blue = style.getPropertyValue('--vscode-charts-blue').trim();
  const one = new OffscreenCanvas(1, 1).getContext('2d');
  one.fillStyle = blue.slice(0, 7);
  one.fillRect(0, 0, 1, 1);
  const wanted = one.getImageData(0, 0, 1, 1).data;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let pixels = 0;
  for (let at = 0; at < data.length; at += 4) {
    if ([0, 1, 2].every((channel) => Math.abs(data[at + channel] - wanted[channel]) < 4) && data[at + 3] > 250) pixels++;
  }
  return { blue, pixels, text: style.color };
})()`;

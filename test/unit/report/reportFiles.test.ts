import { beforeAll, describe, expect, it } from 'vitest';
import { sineProject } from '../../../src/core/project/sineProject';
import type { Project } from '../../../src/core/project/project';
import { svgChart } from '../../../src/core/report/svgChart';
import { trainProject } from '../../../src/jobs/trainProject';
import type { TrainedProject } from '../../../src/protocol/trainingWorker';
import { directTrainer } from './directTrainer';

const project: Project = {
  ...sineProject,
  models: sineProject.models.map((model) => ({ ...model, epochs: 30 })),
};
const train = (locale: string): Promise<TrainedProject> =>
  trainProject(project, { engine: 'builtin', trainer: directTrainer(), locale });
const text = ({ files }: TrainedProject, path: string): string => new TextDecoder().decode(files.get(path));
const reportPaths = ({ files }: TrainedProject): string[] =>
  [...files.keys()].filter((path) => path.startsWith('report'));

describe('report.md', () => {
  let english: TrainedProject;
  let chinese: TrainedProject;
  beforeAll(async () => {
    [english, chinese] = [await train('en'), await train('zh-cn')];
  });

  it('is the same, byte for byte, for the same run, however long it took', async () => {
    const again = await train('en');
    for (const path of reportPaths(english)) expect(text(again, path)).toBe(text(english, path));
  });

  it('shows every chart that is written, and no other', () => {
    const shown = [...text(english, 'report.md').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path);
    expect([...shown, 'report.md'].sort()).toEqual(reportPaths(english).sort());
    expect(shown.length).toBeGreaterThanOrEqual(11);
  });

  it('has tables of one width, the tutorial’s claims and the sizes of the files', () => {
    const report = text(english, 'report.md');
    const tables = report
      .trimEnd()
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThanOrEqual(5);
    for (const table of tables) {
      const widths = table.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
    expect(tables.at(-1)!.split('\n').length).toBeGreaterThanOrEqual(10);
    for (const { path, bytes } of english.converted) {
      expect(report).toContain(`| \`${path}\` | ${bytes.toLocaleString('en')} |`);
    }
    expect(report).not.toMatch(/undefined|NaN|\{\w+\}/);
  });

  it('is Chinese in Chinese, over the same charts', () => {
    expect(text(chinese, 'report.md')).toMatch(/教程的说法/);
    expect(text(english, 'report.md')).not.toMatch(/\p{Script=Han}/u);
    expect(reportPaths(chinese)).toEqual(reportPaths(english));
  });
});

describe('the list of files in report.md', () => {
  it('is what the run made: not the project file that it was made from', async () => {
    const trained = await train('en');
    const table = text(trained, 'report.md')
      .split('\n\n')
      .find((block) => block.startsWith('| File |'));
    const listed = [...(table ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map(([, path]) => path!);
    const made = [...trained.files.keys()].filter((path) => !path.startsWith('report'));
    expect(listed.length).toBeGreaterThan(10);
    expect([...listed, 'tinyml.json'].sort()).toEqual(made.sort());
  });
});

describe('a chart as SVG', () => {
  const chart = (x: readonly number[], y: readonly number[]): string =>
    svgChart({ title: 'a < b & c', xAxis: 'x', yAxis: 'y', series: [{ name: 's', draw: 'line', x, y }] });
  const scales = [1e-12, 1e-3, 1, 1000, 1e12];

  it.each(scales)('keeps every point inside its frame, at scale %d', (scale) => {
    const x = Array.from({ length: 5000 }, (_, index) => index);
    const svg = chart(
      x,
      x.map((at) => scale * Math.sin(at / 100)),
    );
    const path = [...svg.matchAll(/<path d="(M[^"]+)"/g)].at(-1)![1]!;
    const places = [...path.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)];
    expect(places.length).toBeGreaterThan(500);
    for (const [, left, top] of places) {
      expect(Number(left)).toBeGreaterThanOrEqual(76);
      expect(Number(left)).toBeLessThanOrEqual(740);
      expect(Number(top)).toBeGreaterThanOrEqual(84);
      expect(Number(top)).toBeLessThanOrEqual(384);
    }
    expect(svg.length).toBeLessThan(40_000);
  });

  it('draws nothing where there is no number, and escapes what stands in its title', () => {
    for (const values of [[], [NaN], [Infinity, 1], [3, 3]])
      expect(chart(values, values)).not.toMatch(/NaN|Infinity/);
    expect(chart([1], [1])).toContain('a &lt; b &amp; c');
  });
});

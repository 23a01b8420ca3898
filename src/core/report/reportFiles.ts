/**
 * `report.md` and its charts: what a run did, in sentences computed from it. The same run gives the same bytes in the same
 * language, wherever it ran: no dates, no durations.
 */
import type { Language } from '../../../l10n/languages';
import { formatSentence, sentence, type Sentence } from '../../../l10n/sentences';
import { formatNumber } from '../../../l10n/format';
import type { Project } from '../project/project';
import type { DeviceCurve, RunConverted, RunData, RunModel } from '../project/run';
import { dataFacts, largestDeviation, noiseMse } from './findings';
import { layerName, layerShape } from './layerNames';
import { comparisonChart, dataChart, deviceChart, modelCharts, type NamedChart } from './reportCharts';
import { svgChart } from './svgChart';
import { tutorialTable } from './tutorialTable';

export interface ReportedRun {
  readonly engine: string;
  readonly data: RunData;
  readonly models: readonly RunModel[];
  readonly stopped: boolean;
  readonly convertedModel: number;
  readonly converted: readonly RunConverted[];
  readonly device: DeviceCurve;
  /** The other files of the run, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Text by path, relative to the output folder. */
export function reportFiles(
  project: Project,
  run: ReportedRun,
  language: Language,
): ReadonlyMap<string, string> {
  return new ReportPrinter(project, run, language).print();
}

type Cell = string | Sentence | number;

class ReportPrinter {
  private readonly blocks: string[] = [];
  private readonly charts = new Map<string, string>();

  constructor(
    private readonly project: Project,
    private readonly run: ReportedRun,
    private readonly language: Language,
  ) {}

  print(): ReadonlyMap<string, string> {
    const { project, run } = this;
    this.blocks.push(`# ${this.text(sentence('report.title', { name: project.name }))}`);
    const seed = project.training.seed;
    this.paragraph(sentence('training.facts', { engine: run.engine, seed: String(seed) }));
    if (run.stopped) this.paragraph(sentence('report.stopped'));
    this.heading(sentence('training.section.data'));
    this.paragraph(dataFacts(run.data));
    this.chart(dataChart(run.data, this.say));
    run.models.forEach((model, index) => this.model(model, index));
    this.comparison();
    this.device();
    this.files();
    this.tutorial();
    return new Map([['report.md', `${this.blocks.join('\n\n')}\n`], ...this.charts]);
  }

  private model(model: RunModel, index: number): void {
    const { name, layers, parameters, history, epochs, result } = model;
    this.blocks.push(`## ${name}`);
    this.table(
      [
        sentence('training.layers.type'),
        sentence('training.layers.shape'),
        sentence('training.layers.parameters'),
      ],
      [
        ...layers.map((layer): Cell[] => [layerName(layer), layerShape(layer), layer.parameters]),
        [sentence('training.layers.total'), '', parameters],
      ],
    );
    if (!result) {
      this.paragraph(sentence('report.notTrained', { epochs }));
      return;
    }
    const { bestEpoch } = result;
    const best = history.val_loss[bestEpoch - 1] ?? NaN;
    this.paragraph(
      sentence('report.learned', { epochs: history.loss.length, asked: epochs, best, bestEpoch }),
    );
    for (const chart of modelCharts(this.run.data, this.run.models, index, this.say)) this.chart(chart);
  }

  private comparison(): void {
    const { data, models, converted, convertedModel } = this.run;
    this.heading(sentence('training.section.compare'));
    const noise = noiseMse(data, 'test');
    if (noise !== undefined) this.paragraph(sentence('training.compare.facts', { noise }));
    this.table(
      [
        sentence('training.compare.model'),
        sentence('training.compare.bytes'),
        sentence('training.compare.mse'),
        sentence('training.compare.mae'),
      ],
      [
        ...models.flatMap(({ name, result }): Cell[][] =>
          result ? [[name, '', result.testMse, result.testMae]] : [],
        ),
        ...converted.map(({ path, bytes, testMse, testMae }): Cell[] => [
          `\`${path}\``,
          bytes,
          testMse,
          testMae,
        ]),
      ],
    );
    this.blocks.push(converted.map(({ path, note }) => `- \`${path}\`: ${this.text(note)}`).join('\n'));
    this.chart(comparisonChart(data, models[convertedModel], converted, this.say));
  }

  private device(): void {
    const { data, device } = this.run;
    this.heading(sentence('training.section.device'));
    const points = device.x.length;
    const deviation = largestDeviation(data, device);
    if (deviation) this.paragraph(sentence('training.device.facts', { points, ...deviation }));
    else this.paragraph(sentence('training.device.points', { points }));
    this.chart(deviceChart(data, device, this.say));
  }

  private files(): void {
    this.heading(sentence('training.section.files'));
    const rows = [...this.run.files].map(([path, { length }]): Cell[] => [`\`${path}\``, length]);
    this.table([sentence('training.files.path'), sentence('training.compare.bytes')], rows);
  }

  /** Only beside data that the tutorial has too. */
  private tutorial(): void {
    const { data, models, converted } = this.run;
    const rows = tutorialTable({ project: this.project.name, data, models, converted });
    if (rows.length === 0) return;
    this.heading(sentence('report.tutorial'));
    this.table(
      [sentence('report.tutorial.says'), sentence('report.tutorial.got'), sentence('report.tutorial.why')],
      rows.map(({ says, got, why }) => [says, got, why.map((said) => this.text(said)).join(' ')]),
    );
  }

  private readonly say = (said: Sentence): string =>
    formatSentence(said, this.language.sentences, this.language.tag);

  /** A sentence is no Markdown: what would be taken for such is marked as plain. */
  private text(said: Sentence): string {
    return this.say(said).replace(/[\\*<>|[\]]/g, '\\$&');
  }

  private paragraph(said: Sentence): void {
    this.blocks.push(this.text(said));
  }

  private heading(said: Sentence): void {
    this.blocks.push(`## ${this.text(said)}`);
  }

  private chart({ path, chart, said }: NamedChart): void {
    this.charts.set(path, svgChart(chart));
    this.blocks.push(`![${chart.title}](${path})`);
    if (said.length > 0) this.blocks.push(said.map((one) => `- ${this.text(one)}`).join('\n'));
  }

  private table(titles: readonly Sentence[], rows: readonly (readonly Cell[])[]): void {
    const first = rows[0] ?? [];
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const aligned = titles.map((_, column) =>
      rows.some((row) => typeof row[column] === 'number') ? '---:' : '---',
    );
    const body = rows.map((row) => line(row.map((cell) => this.cell(cell))));
    if (first.length > 0)
      this.blocks.push([line(titles.map((title) => this.text(title))), line(aligned), ...body].join('\n'));
  }

  private cell(cell: Cell): string {
    if (typeof cell === 'number') return formatNumber(cell, this.language.tag);
    return typeof cell === 'string' ? cell : this.text(cell);
  }
}

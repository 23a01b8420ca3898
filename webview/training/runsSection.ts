/** The last runs: what was changed and what came of it; those that are ticked are drawn over each other. */
import type { KeptModel, KeptTraining } from '../../src/core/project/keptTraining';
import type { DataSource } from '../../src/core/project/project';
import { mostKeptTrainings } from '../../src/core/project/run';
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element } from '../shared/element';
import { linkButton, table, type Cell } from '../shared/ui';
import type { XySeries } from '../shared/xySeries';
import { trainingCard, type TrainingPage } from './trainingCard';

const tickedKey = 'ticked runs';

export class RunsSection {
  readonly element: HTMLElement;
  private readonly place = element('div', { class: 'runs' });
  private readonly charts: HTMLElement;
  private readonly fits;
  private readonly losses;
  private readonly ticked: Set<string>;
  private runs: readonly KeptTraining[] = [];

  constructor(private readonly page: TrainingPage) {
    const { t } = page.words;
    const kept = page.recall(tickedKey);
    this.ticked = new Set(Array.isArray(kept) ? kept.map(String) : []);
    const empty = t('playground.runs.none');
    this.fits = trainingCard(page, {
      id: 'runs fits',
      title: t('playground.runs.fits'),
      level: 3,
      xAxis: 'x',
      yAxis: 'y',
      empty,
    });
    this.losses = trainingCard(page, {
      id: 'runs losses',
      title: t('playground.runs.losses'),
      level: 3,
      xAxis: t('training.axis.epochs'),
      yAxis: t('training.axis.loss'),
      empty,
    });
    this.charts = element('div', { class: 'fit-charts' }, this.fits.element, this.losses.element);
    this.element = element(
      'section',
      { hidden: true },
      element('h2', {}, t('playground.runs')),
      element('p', { class: 'description' }, t('playground.runs.about', { most: mostKeptTrainings })),
      this.place,
      this.charts,
    );
  }

  update({ runs }: TrainingState): void {
    this.element.hidden = runs.length === 0;
    const known = this.runs.map(({ run }) => run).join();
    this.runs = runs;
    if (runs.map(({ run }) => run).join() === known) return;
    this.forgetTicksOfOthers();
    this.place.replaceChildren(this.table());
    this.draw();
  }

  /** Runs leave the list; their ticks must not wait for ever. */
  private forgetTicksOfOthers(): void {
    const listed = new Set(this.runs.flatMap((run) => run.models.map((model) => keyOf(run, model))));
    for (const key of this.ticked) if (!listed.has(key)) this.ticked.delete(key);
  }

  private table(): HTMLElement {
    const { t } = this.page.words;
    // The newest first: it is what one looks for.
    const rows = this.runs
      .toReversed()
      .flatMap((training) => training.models.map((model, index) => this.row(training, model, index === 0)));
    return table({
      label: t('playground.runs'),
      columns: [
        { title: t('playground.runs.run'), kind: 'text' },
        { title: t('playground.runs.model'), kind: 'text' },
        { title: t('playground.runs.parameters'), kind: 'number' },
        { title: t('playground.runs.floatBytes'), kind: 'number' },
        { title: t('playground.runs.int8Bytes'), kind: 'number' },
        { title: t('playground.runs.mse'), kind: 'number' },
        { title: t('playground.runs.seconds'), kind: 'number' },
        { title: t('playground.runs.changed'), kind: 'text' },
        { title: t('playground.runs.values'), kind: 'text' },
      ],
      rows,
    });
  }

  private row(training: KeptTraining, model: KeptModel, isFirst: boolean): (string | Cell)[] {
    const { t, say, number } = this.page.words;
    const { run, changes, project } = training;
    const key = keyOf(training, model);
    const tick = element('input', {
      type: 'checkbox',
      'aria-label': t('playground.runs.compare', { run, model: model.name }),
      checked: this.ticked.has(key),
    });
    tick.addEventListener('change', () => {
      if (tick.checked) this.ticked.add(key);
      else this.ticked.delete(key);
      this.page.keep(tickedKey, [...this.ticked]);
      this.draw();
    });
    const changed = changes.length === 0 ? t('playground.changed.nothing') : changes.map(say).join('; ');
    const save = linkButton(t('playground.save'), () =>
      this.page.send({ type: 'saveProject', project, run }),
    );
    return [
      { content: element('span', { class: 'run-tick' }, tick, isFirst ? String(run) : '') },
      model.name,
      number(model.parameters),
      number(model.floatBytes ?? NaN),
      number(model.int8Bytes ?? NaN),
      number(model.testMse),
      number(Math.round(model.seconds * 100) / 100),
      isFirst ? { content: element('span', { class: 'run-changes' }, changed) } : '',
      { content: isFirst ? save : '' },
    ];
  }

  private draw(): void {
    const { t } = this.page.words;
    const chosen = this.runs.flatMap((training) =>
      training.models
        .filter((model) => this.ticked.has(keyOf(training, model)))
        .map((model) => ({
          model,
          isScatter: training.project.data.source === 'csv' && training.project.data.inputs.length > 1,
          name: t('playground.runs.series', { run: training.run, model: model.name }),
        })),
    );
    this.charts.hidden = chosen.length === 0;
    this.nameAxes(this.runs.at(-1)?.project.data);
    this.fits.show(
      chosen.map(({ name, model: { fit }, isScatter }): XySeries => {
        return { name, draw: isScatter ? 'points' : 'line', x: fit.x, y: fit.y };
      }),
    );
    this.losses.show(
      chosen.map(({ name, model: { losses } }): XySeries => {
        return { name, draw: 'line', x: losses.epochs, y: losses.validation };
      }),
    );
  }

  /** All runs of the list are of one kind of data. */
  private nameAxes(data: DataSource | undefined): void {
    const { t } = this.page.words;
    if (data?.source !== 'csv') this.fits.nameAxes({ x: 'x', y: 'y' });
    else if (data.inputs.length > 1)
      this.fits.nameAxes({ x: t('playground.actual'), y: t('playground.predicted') });
    else this.fits.nameAxes({ x: data.inputs[0] ?? '', y: data.target });
  }
}

function keyOf({ run }: KeptTraining, { name }: KeptModel): string {
  return `${run} ${name}`;
}

/** Steps 13 and 14: the curve that the program prints on the device. */
import type { DeviceCurve } from '../../src/core/project/run';
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element, setText } from '../shared/element';
import { axisNames, largestDeviation } from '../../src/core/report/findings';
import { trainingCard, type TrainingPage } from './trainingCard';

export class DeviceSection {
  readonly element: HTMLElement;
  private readonly facts = element('p', { class: 'description' });
  private readonly chart;
  private drawn: DeviceCurve | undefined;

  constructor(private readonly page: TrainingPage) {
    const { t } = page.words;
    this.chart = trainingCard(page, {
      id: 'device',
      title: t('training.chart.device'),
      level: 3,
      xAxis: 'x',
      yAxis: 'y',
      empty: '',
      readOut: true,
    });
    this.element = element(
      'section',
      { hidden: true },
      element('h2', {}, t('training.section.device')),
      this.facts,
      this.chart.element,
    );
  }

  update({ device, data }: TrainingState): void {
    this.element.hidden = device === undefined;
    if (!device || device === this.drawn) return;
    this.drawn = device;
    const { t } = this.page.words;
    if (data) this.chart.nameAxes(axisNames(data));
    this.chart.show([{ name: t('training.series.device'), draw: 'line', x: device.x, y: device.y }]);
    const points = device.x.length;
    const deviation = data && largestDeviation(data, device);
    setText(
      this.facts,
      deviation
        ? t('training.device.facts', { points, ...deviation })
        : t('training.device.points', { points }),
    );
  }
}

/** Short lines at the foot of the plot where a value was NaN or infinite: the line has a gap there, which alone could be anything. */
import type { SeriesPoints } from '../../src/protocol/streamWorker';
import { svgElement } from '../shared/element';
import type { Words } from '../shared/words';
import type { XyChart } from '../shared/xyChart';
import { ticksPath } from './ticksPath';

export class NotFiniteTicks {
  private readonly path = svgElement('path', { fill: 'none', stroke: 'currentColor', 'stroke-width': 2 });
  private drawn = '';

  constructor(frame: HTMLElement, words: Words) {
    const title = svgElement('title', {}, document.createTextNode(words.t('monitor.notFinite')));
    this.path.append(title);
    frame.append(svgElement('svg', { class: 'not-finite', 'aria-hidden': 'true' }, this.path));
  }

  /** @param points of the series that are shown */
  show(points: readonly SeriesPoints[], chart: XyChart): void {
    const drawn = ticksPath(points, { area: chart.area, pixelAtX: (x) => chart.pixelAtX(x) });
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.path.setAttribute('d', drawn);
  }
}

/** Lines over the plot where a segment began or a trigger fired; what it was is said when the pointer rests on it. */
import type { Sentence } from '../../l10n/sentences';
import { element } from '../shared/element';
import type { Words } from '../shared/words';
import type { XyChart } from '../shared/xyChart';
import type { MonitorModel } from './monitorModel';

const mostMarks = 60;

interface Mark {
  readonly timeS: number;
  readonly kind: 'segment' | 'trigger';
  readonly what: Sentence;
}

export class PlotMarks {
  private readonly layer = element('div', { class: 'marks' });

  constructor(
    frame: HTMLElement,
    private readonly words: Words,
  ) {
    frame.append(this.layer);
  }

  show(model: MonitorModel | undefined, chart: XyChart): void {
    const { left, right, top, bottom } = chart.area;
    // The session's first segment begins where everything begins: no news.
    const marks: Mark[] = [
      ...(model?.status.segments.slice(1) ?? []).map(({ startS, reason }): Mark => ({
        timeS: startS,
        kind: 'segment',
        what: reason,
      })),
      ...(model?.fired ?? []).map(({ timeS, what }): Mark => ({ timeS, kind: 'trigger', what })),
    ];
    const lines = marks
      .map((mark) => ({ ...mark, pixel: chart.pixelAtX(mark.timeS) }))
      .filter(({ pixel }) => pixel >= left && pixel <= right)
      .slice(-mostMarks)
      .map(({ kind, what, pixel }) => {
        const line = element('div', { class: `mark ${kind}`, title: this.words.say(what) });
        line.style.transform = `translate(${Math.round(pixel) - 3}px, ${top}px)`;
        line.style.height = `${bottom - top}px`;
        return line;
      });
    this.layer.replaceChildren(...lines);
  }
}

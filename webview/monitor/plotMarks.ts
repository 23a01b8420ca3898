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
  /** By what they mark. A line that moves stays the same element: one made anew would lose what the pointer shows of it. */
  private lines = new Map<string, HTMLElement>();

  constructor(
    frame: HTMLElement,
    private readonly words: Words,
  ) {
    frame.append(this.layer);
  }

  show(model: MonitorModel | undefined, chart: Pick<XyChart, 'area' | 'pixelAtX'>): void {
    const { left, right, top, bottom } = chart.area;
    const shown = marksOf(model)
      .map((mark) => ({ mark, pixel: chart.pixelAtX(mark.timeS) }))
      .filter(({ pixel }) => pixel >= left && pixel <= right)
      .slice(-mostMarks);
    const before = this.lines;
    this.lines = new Map();
    for (const { mark, pixel } of shown) {
      const what = this.words.say(mark.what);
      const key = `${mark.kind} ${mark.timeS} ${what}`;
      const line = before.get(key) ?? this.line(mark.kind, what);
      before.delete(key);
      this.lines.set(key, line);
      line.style.transform = `translate(${Math.round(pixel) - 3}px, ${top}px)`;
      line.style.height = `${bottom - top}px`;
    }
    for (const gone of before.values()) gone.remove();
  }

  private line(kind: Mark['kind'], what: string): HTMLElement {
    const made = element('div', { class: `mark ${kind}`, role: 'img', 'aria-label': what, title: what });
    this.layer.append(made);
    return made;
  }
}

function marksOf(model: MonitorModel | undefined): readonly Mark[] {
  return [
    // The session's first segment begins where everything begins: no news.
    ...(model?.status.segments.slice(1) ?? []).map(({ startS, reason }): Mark => ({
      timeS: startS,
      kind: 'segment',
      what: reason,
    })),
    ...(model?.fired ?? []).map(({ timeS, what }): Mark => ({ timeS, kind: 'trigger', what })),
  ];
}

/** A chart of the training page; what a person hid in it stays hidden after a reload. */
import type { TrainingPageSide } from '../../src/protocol/trainingPage';
import { ChartCard, type ChartCardOptions } from '../shared/chartCard';
import type { Page } from '../shared/page';

export type TrainingPage = Page<TrainingPageSide['event']>;

export interface TrainingCardOptions extends Pick<
  ChartCardOptions,
  'title' | 'level' | 'xAxis' | 'yAxis' | 'empty' | 'readOut'
> {
  /** Unique on the page; the name under which hidden series are kept. */
  readonly id: string;
}

export function trainingCard(page: TrainingPage, { id, ...options }: TrainingCardOptions): ChartCard {
  const key = `hidden ${id}`;
  const kept = page.recall(key);
  return new ChartCard({
    words: page.words,
    ...options,
    hidden: Array.isArray(kept) ? kept.filter((name): name is string => typeof name === 'string') : [],
    onHidden: (names) => page.keep(key, names),
    onSave: (file) => page.send({ type: 'saveFile', file }),
    fileName: id,
  });
}

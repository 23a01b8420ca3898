/** The codes of the channel that is chosen in the table above. */
import type { TensorDetails } from '../../src/core/inspect/tensorDetails';
import { element } from '../shared/element';
import { failureText } from '../shared/failureText';
import { histogramChart } from './histogramChart';
import type { InspectorPage } from './inspectorPage';

/** Held arrow keys run through channels; a histogram is asked for when they rest. */
const restMs = 80;

export class ChannelHistogram {
  readonly element = element('div', { class: 'channel-histogram' });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  constructor(
    private readonly page: InspectorPage,
    private readonly of: Pick<TensorDetails, 'subgraph' | 'tensor'>,
  ) {
    this.element.append(element('p', { class: 'description' }, page.words.t('inspector.chooseChannel')));
  }

  choose(channel: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.show(channel), restMs);
  }

  private async show(channel: number): Promise<void> {
    const turn = ++this.turn;
    const { words } = this.page;
    const { subgraph, tensor } = this.of;
    try {
      const histogram = await this.page.ask('channelHistogram', { subgraph, tensor, channel });
      if (turn !== this.turn || !histogram) return;
      const title = words.t('inspector.histogramOfChannel', { channel });
      this.element.replaceChildren(element('h4', {}, title), histogramChart(words, title, histogram));
    } catch (error) {
      if (turn !== this.turn) return;
      this.element.replaceChildren(element('p', { class: 'error' }, failureText(words, error)));
    }
  }
}

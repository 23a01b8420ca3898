/** What is connected and how it stands, with what a person can do about it; and the last thing worth knowing. */
import type { ConnectionState } from '../../src/protocol/streamWorker';
import type { MonitorPageSide } from '../../src/protocol/monitorPage';
import { element, setText } from '../shared/element';
import type { Page } from '../shared/page';
import { button } from '../shared/ui';
import type { MonitorModel } from './monitorModel';
import { toolButton, toolSelect } from './toolButton';

type ConnectionPage = Pick<Page<MonitorPageSide['event']>, 'words' | 'send'>;

const speeds = [0.1, 0.5, 1, 2, 5, 10, 100];

export class ConnectionLine {
  readonly element: HTMLElement;
  private readonly dot = element('span', { class: 'dot', 'aria-hidden': 'true' });
  private readonly label = element('span', { class: 'label' });
  private readonly why = element('span', { class: 'why', role: 'status' });
  private readonly baud;
  private readonly speed;
  private readonly choose;
  private readonly reopen;
  private readonly close;
  private readonly tryBoard: HTMLElement;

  constructor(private readonly page: ConnectionPage) {
    const { words, send } = page;
    this.tryBoard = button({
      text: words.t('monitor.tryVirtualBoard'),
      primary: true,
      onClick: () => send({ type: 'tryVirtualBoard' }),
    });
    this.baud = toolSelect(words.t('monitor.baudRate'), (rate) =>
      send({ type: 'setBaudRate', baudRate: Number(rate) }),
    );
    this.speed = toolSelect(words.t('monitor.replaySpeed'), (speed) =>
      send({ type: 'setReplaySpeed', speed: Number(speed) }),
    );
    this.choose = toolButton(words.t('monitor.choosePort'), () => send({ type: 'choosePort' }));
    this.reopen = toolButton(words.t('monitor.reopen'), () => send({ type: 'reopen' }));
    this.close = toolButton(words.t('monitor.close'), () => send({ type: 'close' }));
    this.element = element(
      'div',
      { class: 'connection' },
      this.dot,
      this.label,
      this.baud.element,
      this.speed.element,
      this.tryBoard,
      this.choose.element,
      this.reopen.element,
      this.close.element,
      this.why,
    );
  }

  show({ status, source, notices, state }: MonitorModel): void {
    const { words } = this.page;
    const { connection } = status;
    this.dot.dataset.state = connection.name;
    setText(this.label, this.text(connection));
    const isOpen =
      connection.name === 'open' || connection.name === 'opening' || connection.name === 'waiting';
    const notice = notices.at(-1);
    const why = 'why' in connection ? connection.why : notice?.what;
    setText(this.why, why ? words.say(why) : '');
    this.why.classList.toggle('error', connection.name === 'failed');
    // A problem is read in full; a notice fits in one line, and in full under the pointer.
    this.why.classList.toggle('matters', 'why' in connection);
    this.why.title = why ? words.say(why) : '';
    this.why.hidden = why === undefined;
    this.tryBoard.hidden = isOpen || source !== undefined;
    this.reopen.show({ hidden: isOpen || source === undefined });
    this.close.show({ hidden: !isOpen });
    const isSerial = source?.kind === 'serial';
    this.baud.element.hidden = !isSerial;
    if (isSerial) {
      const { baudRate } = source.settings;
      const rates = state.baudRates.includes(baudRate) ? state.baudRates : [baudRate, ...state.baudRates];
      this.baud.show(
        rates.map((rate) => ({ value: String(rate), text: String(rate) })),
        String(baudRate),
      );
    }
    const isReplay = source?.kind === 'replay' && isOpen;
    this.speed.element.hidden = !isReplay;
    if (isReplay) {
      this.speed.show(
        speeds.map((speed) => ({ value: String(speed), text: `${words.number(speed)} ×` })),
        String(source.speed),
      );
    }
  }

  private text(connection: ConnectionState): string {
    const { t } = this.page.words;
    switch (connection.name) {
      case 'closed':
        return t('monitor.stateClosed');
      case 'opening':
        return t('monitor.stateOpening', { label: connection.label });
      case 'open':
        return connection.label;
      case 'waiting':
        return t('monitor.stateWaiting', { label: connection.label });
      case 'ended':
        return t('monitor.stateEnded', { label: connection.label });
      case 'failed':
        return t('monitor.stateFailed', { label: connection.label });
    }
  }
}

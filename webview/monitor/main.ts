/** The page of the serial monitor: a view in the panel area, or a tab beside the code. */
import './monitor.css';
import type { MonitorHostSide, MonitorPageSide, MonitorState } from '../../src/protocol/monitorPage';
import { element } from '../shared/element';
import { startPage } from '../shared/page';
import { button } from '../shared/ui';
import { MonitorScreen } from './monitorScreen';

const page = startPage<MonitorPageSide['event'], MonitorHostSide['event'], MonitorPageSide['requests']>();
const { words, main } = page;
let screen: MonitorScreen | undefined;

function show(state: MonitorState): void {
  if (screen) {
    screen.restart(state);
    return;
  }
  screen = new MonitorScreen(page, state);
  main.replaceChildren(screen.element);
}

function showElsewhere(): void {
  screen = undefined;
  main.replaceChildren(
    element(
      'div',
      { class: 'state elsewhere' },
      element('h1', {}, words.t('monitor.title')),
      element('p', {}, words.t('monitor.elsewhere')),
      button({ text: words.t('monitor.takeOver'), onClick: () => page.send({ type: 'takeOver' }) }),
    ),
  );
}

page.listen((event) => {
  switch (event.type) {
    case 'state':
      show(event.state);
      break;
    case 'elsewhere':
      showElsewhere();
      break;
    default:
      screen?.take(event);
  }
});
page.send({ type: 'ready' });

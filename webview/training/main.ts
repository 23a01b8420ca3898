/** The training page: a view of the run that the host holds. It can vanish and come back at any moment. */
import './training.css';
import type { TrainingHostSide, TrainingPageSide, TrainingState } from '../../src/protocol/trainingPage';
import { keepScroll, startPage } from '../shared/page';
import { CompareSection } from './compareSection';
import { DataSection } from './dataSection';
import { DeviceSection } from './deviceSection';
import { FilesSection } from './filesSection';
import { FitSection } from './fitSection';
import { Header } from './header';
import { ModelsSection } from './modelsSection';
import { OneAFrame } from './oneAFrame';
import { Playground } from './playground';
import { RunsSection } from './runsSection';
import { TrainingRecord } from './trainingRecord';
import { TutorialSection } from './tutorialSection';

const record = new TrainingRecord();
const page = startPage<TrainingPageSide['event'], TrainingHostSide['event']>();
const scroll = keepScroll(page);

const playground = new Playground(page);
const header = new Header(page);
const models = new ModelsSection(page);
const fits = new FitSection(page, models);
const runs = new RunsSection(page);
const sections = [
  new DataSection(page),
  models,
  new CompareSection(page),
  new DeviceSection(page),
  new TutorialSection(page),
  new FilesSection(page),
];
page.main.replaceChildren(
  header.element,
  playground.element,
  fits.element,
  runs.element,
  ...sections.map((section) => section.element),
);
const epochs = new OneAFrame(take, (call) => void requestAnimationFrame(call));
page.listen((event) => {
  if (event.type === 'epochs') {
    epochs.add(event);
    return;
  }
  epochs.flush();
  take(event);
});
page.send({ type: 'ready' });

function take(event: TrainingHostSide['event']): void {
  const change = record.take(event);
  const { state } = record;
  if (change.what === 'gap') page.send({ type: 'ready' });
  else if (change.what === 'everything' && state) show(state);
  else if (change.what === 'model' && state) {
    header.update(state);
    models.updateModel(state, change.model);
    fits.updateModel(state, change.model);
  }
}

function isStarting({ phase, data }: TrainingState): boolean {
  return phase.name === 'training' && data === undefined;
}

function show(state: TrainingState): void {
  header.update(state);
  playground.update(state);
  runs.update(state);
  // Until the next run has data, the last one stays where it is: the page would jump.
  if (isStarting(state) && !sections[0]?.element.hidden) return;
  for (const section of sections) section.update(state);
  fits.update(state);
  scroll.restore();
}

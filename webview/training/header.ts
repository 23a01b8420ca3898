/** The top of the page: what is going on, how far it is, and what can be done about it. */
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element, setText } from '../shared/element';
import { button, progressBar } from '../shared/ui';
import type { TrainingPage } from './trainingCard';

export class Header {
  readonly element: HTMLElement;
  private readonly heading = element('h1', {});
  private readonly phase = element('p', { class: 'phase' });
  private readonly facts = element('p', { class: 'description' });
  private readonly actions = element('div', { class: 'actions' });
  /** Says a new phase to a screen reader; epochs would talk without end. */
  private readonly announced = element('p', { class: 'announced', role: 'status' });
  private readonly progress;
  private drawnActions = '';
  private drawnPhase = '';

  constructor(private readonly page: TrainingPage) {
    setText(this.heading, page.words.t('training.heading'));
    this.progress = progressBar(page.words.t('training.progress'));
    this.element = element(
      'header',
      {},
      this.heading,
      this.phase,
      this.progress.element,
      this.facts,
      this.actions,
      this.announced,
    );
  }

  update(state: TrainingState): void {
    const { words } = this.page;
    const { phase } = state;
    // A changed tutorial is the tutorial still.
    const name = state.original?.name ?? state.project;
    const isTutorial = name === undefined || name === 'sine_model';
    setText(this.heading, isTutorial ? words.t('training.heading') : name);
    const text = this.phaseText(state);
    setText(this.phase, text);
    this.phase.classList.toggle('error', phase.name === 'failed');
    const started = phase.name !== 'idle';
    this.facts.hidden = !started;
    setText(this.facts, words.t('training.facts', { engine: state.engine, seed: String(state.seed) }));

    const busy = phase.name === 'training' || phase.name === 'stopping' || phase.name === 'converting';
    this.progress.element.hidden = !busy;
    if (busy) this.progress.show(phase.name === 'converting' ? null : shareDone(state));

    if (this.drawnPhase !== phase.name) {
      this.drawnPhase = phase.name;
      setText(this.announced, text);
    }
    this.updateActions(state);
  }

  private phaseText(state: TrainingState): string {
    const { t, say } = this.page.words;
    const { phase } = state;
    switch (phase.name) {
      case 'idle':
        return t('training.phase.idle');
      case 'training':
        return this.epochText(state, phase.current);
      case 'stopping':
        return t('training.phase.stopping', {
          model: state.models[phase.current]?.name ?? '',
          epoch: state.models[phase.current]?.history.loss.length ?? 0,
        });
      case 'converting':
        return t('training.phase.converting');
      case 'finished':
        return finishedText(this.page, state, phase.stopped);
      case 'interrupted':
        return t('training.phase.interrupted');
      case 'failed':
        return say(phase.problem);
    }
  }

  private epochText({ models }: TrainingState, current: number): string {
    const { t, number } = this.page.words;
    const model = models[current];
    const loss = model?.history.loss.at(-1);
    const validation = model?.history.val_loss.at(-1);
    if (!model || loss === undefined || validation === undefined) {
      return model ? t('training.phase.starting', { model: model.name }) : t('training.phase.preparing');
    }
    return t('training.phase.training', {
      model: model.name,
      epoch: model.history.loss.length,
      epochs: model.epochs,
      loss: number(loss),
      validation: number(validation),
    });
  }

  /** Made anew only when they change, so that a focused button keeps its focus. */
  private updateActions({ phase, files }: TrainingState): void {
    const key = `${phase.name} ${files.where}`;
    if (key === this.drawnActions) return;
    this.drawnActions = key;
    const hadFocus = this.actions.contains(document.activeElement);
    this.actions.replaceChildren(...this.buttons(phase.name, files.where));
    if (hadFocus) this.actions.querySelector<HTMLElement>('vscode-button')?.focus();
  }

  private buttons(
    phase: TrainingState['phase']['name'],
    where: TrainingState['files']['where'],
  ): HTMLElement[] {
    const { t } = this.page.words;
    const act = (type: 'train' | 'stop' | 'saveTo' | 'openFolder') => () => this.page.send({ type });
    switch (phase) {
      case 'idle':
        return [button({ text: t('training.action.train'), primary: true, onClick: act('train') })];
      case 'training':
        return [button({ text: t('training.action.stop'), onClick: act('stop') })];
      case 'stopping':
        return [button({ text: t('training.action.stopping'), disabled: true, onClick: act('stop') })];
      case 'converting':
        return [];
      case 'finished':
      case 'interrupted':
      case 'failed':
        // Train Again stands with the values that it trains with, on the playground.
        if (where === 'none') return [];
        return [
          where === 'memory'
            ? button({ text: t('training.action.saveTo'), onClick: act('saveTo') })
            : button({ text: t('training.action.openFolder'), onClick: act('openFolder') }),
        ];
    }
  }
}

/** Of all epochs of all models. */
function shareDone({ models }: TrainingState): number {
  const asked = models.reduce((sum, { epochs }) => sum + epochs, 0);
  const done = models.reduce((sum, { history }) => sum + history.loss.length, 0);
  return asked === 0 ? 0 : done / asked;
}

function finishedText({ words }: TrainingPage, { models, seconds }: TrainingState, stopped: boolean): string {
  const last = stopped ? models.filter(({ result }) => result?.stopped).at(-1) : undefined;
  if (last?.result) {
    return words.t('training.phase.stopped', {
      model: last.name,
      epoch: last.history.loss.length,
      epochs: last.epochs,
      best: last.result.bestEpoch,
    });
  }
  const waiting = stopped ? models.find(({ result }) => result === undefined) : undefined;
  if (waiting) return words.t('training.phase.stoppedEarly', { model: waiting.name });
  return seconds === undefined
    ? words.t('training.phase.finished')
    : words.t('training.phase.finishedIn', { seconds: words.number(Math.round(seconds * 10) / 10) });
}

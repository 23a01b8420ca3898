/** What the page knows of the run: the last whole state, and what came since. */
import { fitSnapshots, type FitSnapshots } from '../../src/core/nn/fitSnapshots';
import type { History } from '../../src/core/nn/engine';
import type { RunModel } from '../../src/core/project/run';
import type { TrainingHostSide, TrainingState } from '../../src/protocol/trainingPage';

export type Change =
  | { readonly what: 'everything' }
  | { readonly what: 'model'; readonly model: number }
  /** A delta does not fit what is here: ask for everything. */
  | { readonly what: 'gap' }
  | { readonly what: 'nothing' };

type Growing = { readonly [Metric in keyof History]: number[] };

interface GrowingModel extends RunModel {
  readonly history: Growing;
  snapshots?: FitSnapshots;
}

type Known = Omit<TrainingState, 'models'> & { readonly models: readonly GrowingModel[] };
type Told<Type> = Extract<TrainingHostSide['event'], { readonly type: Type }>;

export class TrainingRecord {
  private known: Known | undefined;
  /** For everything, which a page asks for when it starts. */
  private waiting = true;

  get state(): TrainingState | undefined {
    return this.known;
  }

  take(event: TrainingHostSide['event']): Change {
    if (event.type === 'state') return this.takeState(event.state);
    // What arrives before everything does is part of it.
    if (this.waiting) return { what: 'nothing' };
    const change = event.type === 'epochs' ? this.takeEpochs(event) : this.takeChange(event);
    this.waiting = change.what === 'gap';
    return change;
  }

  private takeState(state: TrainingState): Change {
    this.waiting = false;
    const models = state.models.map((model) => ({ ...model, history: copy(model.history) }));
    this.known = { ...state, models };
    return { what: 'everything' };
  }

  private takeEpochs({ run, model, from, logs, newest }: Told<'epochs'>): Change {
    const growing = this.known?.models[model];
    if (!growing || this.known?.run !== run || growing.history.loss.length !== from) return { what: 'gap' };
    const { history } = growing;
    history.loss.push(...logs.loss);
    history.mae.push(...logs.mae);
    history.val_loss.push(...logs.val_loss);
    history.val_mae.push(...logs.val_mae);
    if (newest) growing.snapshots = fitSnapshots([newest]);
    return { what: 'model', model };
  }

  private takeChange({ run, change, models }: Told<'change'>): Change {
    if (this.known?.run !== run) return { what: 'gap' };
    this.known = { ...this.known, ...change };
    for (const { model, change: changed } of models) Object.assign(this.known.models[model] ?? {}, changed);
    return { what: 'everything' };
  }
}

function copy({ loss, mae, val_loss, val_mae }: History): Growing {
  return { loss: [...loss], mae: [...mae], val_loss: [...val_loss], val_mae: [...val_mae] };
}

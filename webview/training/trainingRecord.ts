/** What the page knows of the run: the last whole state, and the epochs that came since. */
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

export class TrainingRecord {
  private known: (Omit<TrainingState, 'models'> & { readonly models: readonly GrowingModel[] }) | undefined;
  private waiting = false;

  get state(): TrainingState | undefined {
    return this.known;
  }

  take(event: TrainingHostSide['event']): Change {
    if (event.type === 'state') {
      this.waiting = false;
      this.known = {
        ...event.state,
        models: event.state.models.map((model) => ({ ...model, history: copy(model.history) })),
      };
      return { what: 'everything' };
    }
    // Asked once; what arrives before the answer is part of the answer.
    if (this.waiting) return { what: 'nothing' };
    const history = this.known?.models[event.model]?.history;
    if (!history || this.known?.run !== event.run || history.loss.length !== event.from) {
      this.waiting = true;
      return { what: 'gap' };
    }
    history.loss.push(...event.logs.loss);
    history.mae.push(...event.logs.mae);
    history.val_loss.push(...event.logs.val_loss);
    history.val_mae.push(...event.logs.val_mae);
    const model = this.known.models[event.model];
    if (model && event.newest) model.snapshots = fitSnapshots([event.newest]);
    return { what: 'model', model: event.model };
  }
}

function copy({ loss, mae, val_loss, val_mae }: History): Growing {
  return { loss: [...loss], mae: [...mae], val_loss: [...val_loss], val_mae: [...val_mae] };
}

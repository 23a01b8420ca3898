/**
 * What the page of a training must be told so that it knows what the host knows: everything once a run, then what changed.
 * A trained model is half a megabyte, and would else cross with every change of the phase. Without VS Code: it can be tested.
 */
import { fitMoment } from '../core/nn/fitSnapshots';
import type { RunModel } from '../core/project/run';
import type { ModelChange, TrainingHostSide, TrainingState } from '../protocol/trainingPage';
import { historyFrom } from './liveRun';

type Told = TrainingHostSide['event'];

export class TrainingFeed {
  private told: TrainingState | undefined;
  /** Epochs of each model that were told: histories grow in place. */
  private toldEpochs: number[] = [];

  /** Everything; what had still to be told is in it. */
  whole(state: TrainingState): Told {
    this.told = state;
    this.toldEpochs = state.models.map(({ history }) => history.loss.length);
    return { type: 'state', state };
  }

  /** What changed since it was last asked; empty where nothing has. */
  changes(state: TrainingState): readonly Told[] {
    const { told } = this;
    if (told?.run !== state.run || told.models.length !== state.models.length) return [this.whole(state)];
    const { run } = state;
    const epochs: Told[] = [];
    const models: ModelChange[] = [];
    state.models.forEach((model, index) => {
      let before = told.models[index]!;
      const from = this.toldEpochs[index] ?? 0;
      if (model.history.loss.length > from) {
        this.toldEpochs[index] = model.history.loss.length;
        const newest = newestMoment(model);
        epochs.push({
          type: 'epochs',
          run,
          model: index,
          from,
          logs: historyFrom(model.history, from),
          ...newest,
        });
        if (newest) before = { ...before, snapshots: model.snapshots! };
      }
      const change = differences(before, model, 'history');
      if (Object.keys(change).length > 0) models.push({ model: index, change });
    });
    const change = differences(told, state, 'models');
    this.told = state;
    if (models.length === 0 && Object.keys(change).length === 0) return epochs;
    return [...epochs, { type: 'change', run, change, models }];
  }
}

/** While it learns; of one that has learned, all moments are told. */
function newestMoment({
  snapshots,
  result,
}: RunModel): { readonly newest: ReturnType<typeof fitMoment> } | undefined {
  return snapshots && !result ? { newest: fitMoment(snapshots, snapshots.epochs.length - 1) } : undefined;
}

/** States are never changed in place: what is another object is another value. */
function differences<Of extends object, Key extends keyof Of>(
  before: Of,
  now: Of,
  toldElsewhere: Key,
): Partial<Omit<Of, Key>> {
  const keys = Object.keys(now) as (keyof Of)[];
  const changed = keys.filter((key) => key !== toldElsewhere && now[key] !== before[key]);
  return Object.fromEntries(changed.map((key) => [key, now[key]])) as Partial<Omit<Of, Key>>;
}

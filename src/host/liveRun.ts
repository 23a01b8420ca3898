/** The state that pages show, as the events of a training job change it. Without VS Code: what is shown when can be tested. */
import type { EpochLog, History } from '../core/nn/engine';
import { fitSnapshots } from '../core/nn/fitSnapshots';
import type { Project } from '../core/project/project';
import type { RunModel } from '../core/project/run';
import { engineLabel, type TrainingEvent } from '../protocol/trainingWorker';
import type { TrainingPhase, TrainingState } from '../protocol/trainingPage';

export const idleState: TrainingState = {
  phase: { name: 'idle' },
  run: 0,
  engine: 'builtin',
  seed: 0,
  models: [],
  converted: [],
  files: { where: 'none' },
  runs: [],
};

/** A run that was under way when the window was reloaded did not end: what it had learned by then is shown as that. */
export function afterReload(state: TrainingState | undefined): TrainingState {
  if (!state) return idleState;
  const ended = ['idle', 'finished', 'interrupted', 'failed'].includes(state.phase.name);
  return ended ? state : { ...state, phase: { name: 'interrupted' } };
}

export class LiveRun {
  /** Of each model; grows in place: copying a million epochs for each new one would keep the extension host from all else. */
  private histories: GrowingHistory[] = [];

  private constructor(private current: TrainingState) {}

  static start(run: number, engine: string, settings: Project): LiveRun {
    const phase = { name: 'training', current: 0 } as const;
    const { name: project, training } = settings;
    return new LiveRun({ ...idleState, phase, run, project, settings, engine, seed: training.seed });
  }

  /** A run that has ended, and whose files may still be saved. */
  static from(state: TrainingState): LiveRun {
    return new LiveRun(state);
  }

  get state(): TrainingState {
    return this.current;
  }

  apply(event: TrainingEvent): void {
    switch (event.phase) {
      case 'data':
        this.histories = event.models.map(() => ({ loss: [], mae: [], val_loss: [], val_mae: [] }));
        this.change({
          data: event.data,
          models: event.models.map((model, index) => ({ ...model, history: this.histories[index]! })),
        });
        break;
      case 'training':
        this.change({ phase: this.learning(event.model) });
        break;
      case 'epochs':
        grow(this.histories[event.model]!, event.logs);
        if (event.newest) {
          const snapshots = fitSnapshots([event.newest]);
          this.changeModel(event.model, (model) => ({ ...model, snapshots }));
        }
        break;
      case 'trained':
        this.change({ engine: engineLabel(event.engine, event.library) });
        this.changeModel(event.model, (model) => ({
          ...model,
          result: event.result,
          ...(event.snapshots && { snapshots: event.snapshots }),
        }));
        break;
      case 'converting':
        this.change({ phase: { name: 'converting' } });
        break;
      case 'converted':
        this.change({ converted: event.converted, device: event.device });
        break;
    }
  }

  /** Between Stop and the end of the epoch. */
  stopping(): void {
    const { phase } = this.current;
    if (phase.name === 'training') this.change({ phase: { name: 'stopping', current: phase.current } });
  }

  change(change: Partial<TrainingState>): void {
    this.current = { ...this.current, ...change };
  }

  private learning(current: number): TrainingPhase {
    const name = this.current.phase.name === 'stopping' ? 'stopping' : 'training';
    return { name, current };
  }

  private changeModel(index: number, change: (model: RunModel) => RunModel): void {
    this.change({ models: this.current.models.map((model, at) => (at === index ? change(model) : model)) });
  }
}

type GrowingHistory = Record<keyof History, number[]>;

function grow(history: GrowingHistory, logs: readonly EpochLog[]): void {
  for (const { loss, mae, val_loss, val_mae } of logs) {
    history.loss.push(loss);
    history.mae.push(mae);
    history.val_loss.push(val_loss);
    history.val_mae.push(val_mae);
  }
}

/** What the history has from epoch `from` (0-based) on. */
export function historyFrom(history: History, from: number): History {
  return {
    loss: history.loss.slice(from),
    mae: history.mae.slice(from),
    val_loss: history.val_loss.slice(from),
    val_mae: history.val_mae.slice(from),
  };
}

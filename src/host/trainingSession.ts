/** The training of this window: at most one at a time. It owns the state that pages show. */
import * as vscode from 'vscode';
import type { TrainingHostSide, TrainingState } from '../protocol/trainingPage';
import { Disposable } from './dispose';
import type { Services } from './services';

type EpochsEvent = Extract<TrainingHostSide['event'], { readonly type: 'epochs' }>;
export type EpochsDelta = Omit<EpochsEvent, 'type'>;

export class TrainingSession extends Disposable {
  private readonly stateEmitter = this.register(new vscode.EventEmitter<TrainingState>());
  readonly onState = this.stateEmitter.event;
  private readonly epochsEmitter = this.register(new vscode.EventEmitter<EpochsDelta>());
  readonly onEpochs = this.epochsEmitter.event;
  private current: TrainingState = {
    phase: { name: 'idle' },
    run: 0,
    engine: 'builtin',
    seed: 0,
    models: [],
    converted: [],
    files: { where: 'none' },
  };

  static open(services: Services): Promise<TrainingSession> {
    return Promise.resolve(new TrainingSession(services));
  }

  private constructor(readonly services: Services) {
    super();
  }

  get state(): TrainingState {
    return this.current;
  }

  async train(): Promise<void> {}
  stop(): void {}
  async saveTo(): Promise<void> {}
  async openFile(_path: string): Promise<void> {}
  async showFolder(): Promise<void> {}
}

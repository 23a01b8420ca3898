/**
 * The training of this window: one at a time. It owns the state that pages show, and keeps it so that it outlives both
 * the page and a reload of the window.
 */
import * as vscode from 'vscode';
import type { CsvSamples } from '../core/data/csvSamples';
import { keptTraining, withTraining } from '../core/project/keptTraining';
import { sineProject } from '../core/project/sineProject';
import { resultsOf } from '../jobs/projectFiles';
import type { TrainingFiles, TrainingHostSide, TrainingState } from '../protocol/trainingPage';
import type { TrainedProject, TrainingEvent } from '../protocol/trainingWorker';
import { startTrainingWorker } from '../workers/trainingClient';
import { sentence } from '../../l10n/sentences';
import { Disposable } from './dispose';
import { EngineChoice } from './engineChoice';
import { afterReload, LiveRun } from './liveRun';
import { outputFolder, type OutputFolder } from './outputFolder';
import { Pace } from './pace';
import { RunFiles } from './runFiles';
import { saveProjectFile } from './project/saveProjectFile';
import {
  isWanted,
  keptRequest,
  originOf,
  placed,
  placeOf,
  playRequest,
  tableOf,
  type TrainingRequest,
} from './project/trainingRequest';
import { RunStore, type KeptRun } from './runStore';
import type { Services } from './services';
import { sentenceOf, showError } from './showError';
import { announceRun } from './announceRun';
import { TrainingFeed } from './trainingFeed';
import { reportProgress } from './trainingProgress';

/** More than 30 pictures a second, also when some of them are late. */
const pageIntervalMs = 20;
const keepIntervalMs = 2000;

export class TrainingSession extends Disposable {
  private readonly tellEmitter = this.register(new vscode.EventEmitter<TrainingHostSide['event']>());
  /** For the page, which there is at most one of. */
  readonly onTell = this.tellEmitter.event;
  private readonly feed = new TrainingFeed();
  /** What happens at once is told at once. */
  private telling: NodeJS.Immediate | undefined;

  private readonly pagePace = this.register(new Pace(pageIntervalMs, () => this.tellChanges()));
  private readonly keepPace = this.register(new Pace(keepIntervalMs, () => void this.keep()));
  private live: LiveRun | undefined;
  private stopRun: AbortController | undefined;
  private request: TrainingRequest | undefined;
  private readonly files: RunFiles;
  private readonly engineChoice: EngineChoice;

  static async open(services: Services): Promise<TrainingSession> {
    const store = new RunStore(services.context, services.log);
    return new TrainingSession(services, store, await store.read());
  }

  private constructor(
    private readonly services: Services,
    private readonly store: RunStore,
    private readonly kept: KeptRun | undefined,
  ) {
    super();
    this.files = new RunFiles(services);
    this.engineChoice = new EngineChoice(services);
    if (kept) this.files.restore(kept.files, kept.folder);
  }

  get state(): TrainingState {
    return this.live?.state ?? afterReload(this.kept?.state);
  }

  /** For a page that knows nothing. */
  get everything(): TrainingHostSide['event'] {
    return this.feed.whole(this.state);
  }

  get isTraining(): boolean {
    return this.stopRun !== undefined;
  }

  /**
   * The whole tutorial, or the project of a file. Resolves when its files are saved or kept; what went wrong has been said by then.
   *
   * @param pageShown training waits for it: it is over in a second, and nobody would see the curves move
   */
  async train(
    pageShown: Promise<void> = Promise.resolve(),
    asked: TrainingRequest = { project: sineProject },
  ): Promise<void> {
    const { say } = this.services;
    if (this.stopRun) {
      void vscode.window.showInformationMessage(say(sentence('host.training.alreadyRunning')));
      return;
    }
    const request = placed(asked, this.lastRequest);
    const stopRun = new AbortController();
    const before = { live: this.live, request: this.request };
    const { run, runs } = this.state;
    const live = LiveRun.start(run + 1, this.engineChoice.chosen.engine, request.project);
    live.change({ runs, ...originOf(request) });
    this.stopRun = stopRun;
    this.request = request;
    this.live = live;
    this.show();
    void vscode.commands.executeCommand('setContext', 'tinyml.training', true);
    try {
      await this.run(live, stopRun, pageShown, request);
    } catch (error) {
      if (error instanceof vscode.CancellationError) {
        this.live = before.live;
        this.request = before.request;
      } else {
        live.change({ phase: { name: 'failed', problem: sentenceOf(error) } });
        void showError(this.services, error);
      }
    } finally {
      this.stopRun = undefined;
      void vscode.commands.executeCommand('setContext', 'tinyml.training', false);
      this.show();
      this.keepPace.now();
    }
  }

  /** What was trained last. */
  async trainAgain(): Promise<void> {
    await this.train(undefined, this.lastRequest);
  }

  /** What was trained last, with other values. @throws Problem where they are no project */
  async play(wanted: unknown): Promise<void> {
    await this.train(undefined, playRequest(this.lastRequest, wanted));
  }

  /** @throws Problem where the values are no project, or cannot be saved */
  async saveProject(wanted: unknown, run?: number): Promise<void> {
    const { project, file } = playRequest(this.lastRequest, wanted);
    // One of the list keeps the split and the name that it had, whatever was trained since.
    const kept = this.state.runs.find((one) => one.run === run);
    await saveProjectFile(this.services, kept?.project ?? project, file);
  }

  /** The epoch under way ends, and the best weights so far are kept. */
  stop(): void {
    if (!this.stopRun) {
      const { say } = this.services;
      void vscode.window.showInformationMessage(say(sentence('host.training.notRunning')));
      return;
    }
    this.stopRun.abort();
    this.live?.stopping();
    this.show();
  }

  async saveTo(): Promise<void> {
    const files = await this.files.saveToChosenFolder();
    if (!files || this.isDisposed) return;
    this.live ??= LiveRun.from(this.state);
    this.live.change({ files });
    this.show();
    this.keepPace.now();
  }

  openFile(path: string): Promise<void> {
    return this.files.open(path);
  }

  showFolder(): Promise<void> {
    return this.files.showFolder();
  }

  override dispose(): void {
    this.stopRun?.abort();
    super.dispose();
  }

  private get lastRequest(): TrainingRequest {
    return this.request ?? keptRequest(this.kept) ?? { project: sineProject };
  }

  /** @throws CancellationError where nothing was trained: the person stopped it before, or was told how long it will take */
  private async run(
    live: LiveRun,
    stopRun: AbortController,
    pageShown: Promise<void>,
    request: TrainingRequest,
  ): Promise<void> {
    await pageShown;
    const table = await tableOf(this.services, request, stopRun.signal);
    const isAgreed = await isWanted(this.services, request.project, table);
    if (!isAgreed || stopRun.signal.aborted) throw new vscode.CancellationError();
    const started = performance.now();
    const trained = await this.trainWithProgress(live, stopRun, request, table);
    this.engineChoice.tell(trained.notice);
    const files = await this.save(trained, request);
    const seconds = (performance.now() - started) / 1000;
    const { stopped } = trained;
    const { project, original = project } = request;
    const { run, runs: earlier } = live.state;
    const runs = withTraining(earlier, keptTraining(run, original, project, trained));
    live.change({ files, seconds, runs, phase: { name: 'finished', stopped } });
    // Files without a folder are announced when a reload of the window can no longer lose them.
    if (files.where === 'memory') await this.keep();
    // Who plays looks at the page, where everything stands.
    if (!request.original) {
      void announceRun(this.services, this, trained, files, seconds).catch((error: unknown) =>
        showError(this.services, error),
      );
    }
  }

  private async trainWithProgress(
    live: LiveRun,
    stopRun: AbortController,
    { project, original }: TrainingRequest,
    table: CsvSamples | undefined,
  ): Promise<TrainedProject> {
    const { extensionUri } = this.services.context;
    const script = vscode.Uri.joinPath(extensionUri, 'dist', 'workers', 'training.worker.js');
    const worker = startTrainingWorker(script.fsPath);
    try {
      return await reportProgress(
        this.services,
        () => this.stop(),
        (report) => {
          const locale = this.services.language.tag;
          const request = { project, ...this.engineChoice.chosen, locale, watched: true };
          return worker.train(table ? { ...request, table } : request, {
            signal: stopRun.signal,
            onEvent: (event) => {
              if (this.isDisposed) return;
              live.apply(event);
              report(live.state);
              this.tell(event);
            },
          });
        },
        original !== undefined,
      );
    } finally {
      await worker.dispose();
    }
  }

  private save(
    trained: TrainedProject,
    { project, file, original, workspace }: TrainingRequest,
  ): Promise<TrainingFiles> | TrainingFiles {
    const model = trained.models[trained.convertedModel]?.name ?? '';
    const last = trained.models.at(-1)?.name ?? '';
    const files = file ? resultsOf(trained.files) : trained.files;
    // What somebody tries must not replace what they hold: the files of the tutorial, or those of their own project.
    if (original) return this.files.keepInMemory(trained.files, sentence('playground.files'));
    const find = (): Promise<OutputFolder> => (file ? placeOf(project, file) : outputFolder(workspace));
    if (model === last) return this.files.saveToOutputFolder(files, find);
    return this.files.keepInMemory(files, sentence('host.files.stoppedEarly', { model, last }));
  }

  private tell(event: TrainingEvent): void {
    if (event.phase === 'epochs') {
      this.pagePace.ask();
      this.keepPace.ask();
    } else {
      this.show();
    }
  }

  /** With all else that changes in this turn. */
  private show(): void {
    this.telling ??= setImmediate(() => this.tellChanges());
  }

  private tellChanges(): void {
    if (this.isDisposed) return;
    clearImmediate(this.telling);
    this.telling = undefined;
    this.pagePace.cancel();
    for (const event of this.feed.changes(this.state)) this.tellEmitter.fire(event);
  }

  private keep(): Promise<void> {
    const { file } = this.lastRequest;
    const projectFile = file && { projectFile: file.toString() };
    return this.store.write({ state: this.state, ...this.files.toKeep, ...projectFile });
  }
}

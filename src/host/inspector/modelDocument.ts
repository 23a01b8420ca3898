/** One model that is open, in however many editors: read, summed up, checked, and read again when its file changes. */
import * as vscode from 'vscode';
import { Problem } from '../../core/problem';
import type { Finding } from '../../core/check/finding';
import type { InspectorState } from '../../protocol/inspectorPage';
import { openModelClient, type ModelClient } from '../../workers/modelSummaryClient';
import { Disposable, DisposableValue } from '../dispose';
import { Pace } from '../pace';
import { showError } from '../showError';
import type { Services } from '../services';
import type { ArrayFileSystem } from './arrayFileSystem';
import { arrayPlace } from './arrayUri';
import { fileNameOf } from './fileNameOf';
import { changesFindings, findingSettings } from './findingSettings';
import { modelWorkerScript } from './modelWorkerScript';
import type { ModelProblems, WhatIsWrong } from './modelProblems';
import { readModelFile } from './readModelFile';
import type { SourceArrays } from './sourceArrays';
import { withoutArrayFindings } from './arrayDiagnostics';
import { watchFile } from './watchFile';

export interface ModelDocumentParts {
  readonly services: Services;
  readonly arrays: SourceArrays;
  readonly arrayFiles: ArrayFileSystem;
  readonly problems: ModelProblems;
}

type Unreadable = Extract<InspectorState, { readonly kind: 'unreadable' }>;

const nothingWrong: WhatIsWrong = { damage: [], findings: [] };

/** A build writes a file in several goes; the page need not follow each. */
const followIntervalMs = 250;

export class ModelDocument extends Disposable implements vscode.CustomDocument {
  private readonly changes = this.register(new vscode.EventEmitter<void>());
  /** `state` has changed. */
  readonly onDidChange = this.changes.event;
  private readonly client = this.register(new DisposableValue<ModelClient>());
  private readonly fileName: string;
  private shown: InspectorState;
  private revision = 0;
  /** Counts readings, so that a slow one does not replace a newer one. */
  private reading = 0;

  constructor(
    readonly uri: vscode.Uri,
    private readonly parts: ModelDocumentParts,
  ) {
    super();
    this.fileName = fileNameOf(uri);
    this.shown = { kind: 'reading', fileName: this.fileName };
    const follow = this.register(new Pace(followIntervalMs, () => this.read()));
    const heard = (): void => follow.ask();
    if (arrayPlace(uri)) this.register(parts.arrayFiles.follow(uri, heard));
    // A version in git's history does not change.
    else if (uri.scheme !== 'git') this.register(watchFile(uri, heard));
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (changesFindings(change)) this.checkAgain();
      }),
    );
    this.register(new vscode.Disposable(() => parts.problems.clear('open', uri)));
    follow.now();
  }

  get state(): InspectorState {
    return this.shown;
  }

  /** Who answers about the model; undefined while there is nothing to ask about. */
  get model(): ModelClient | undefined {
    return this.shown.kind === 'model' ? this.client.value : undefined;
  }

  private read(): void {
    const reading = ++this.reading;
    const isLatest = (): boolean => !this.isDisposed && reading === this.reading;
    this.open(isLatest).catch((error: unknown) => {
      if (!isLatest()) return;
      if (!(error instanceof Problem)) {
        void showError(this.parts.services, error);
        return;
      }
      // What was read before is not asked about any more: its worker ends.
      this.client.value = undefined;
      // That the file is not there is no fault in it.
      this.show(this.nothing([error.sentence]), nothingWrong);
    });
  }

  private async open(isLatest: () => boolean): Promise<void> {
    const { context } = this.parts.services;
    const bytes = await readModelFile(this.uri);
    if (!isLatest()) return;
    const client = await openModelClient(modelWorkerScript(context.extensionUri), {
      bytes,
      fileName: this.fileName,
    });
    const findings = client.reading.kind === 'model' && isLatest() ? await this.findings(client) : [];
    if (!isLatest()) {
      client.dispose();
      return;
    }
    this.client.value = client;
    if (client.reading.kind === 'nothing') {
      this.show(this.nothing(client.reading.damage));
      return;
    }
    this.show({
      kind: 'model',
      fileName: this.fileName,
      revision: ++this.revision,
      ...client.reading.overview,
      findings,
      canCompare: this.uri.scheme === 'git',
    });
  }

  private async findings(client: ModelClient): Promise<readonly Finding[]> {
    const place = arrayPlace(this.uri);
    const array = place && (await this.parts.arrays.find(place));
    return client.ask('findings', { ...findingSettings(this.uri), ...(array ? { array } : {}) });
  }

  private checkAgain(): void {
    const client = this.model;
    if (!client) return;
    this.findings(client).then(
      (findings) => {
        if (this.isDisposed || this.shown.kind !== 'model' || client !== this.client.value) return;
        this.show({ ...this.shown, findings });
      },
      (error: unknown) => showError(this.parts.services, error),
    );
  }

  private nothing(why: Unreadable['why']): Unreadable {
    return { kind: 'unreadable', fileName: this.fileName, why };
  }

  private show(state: InspectorState, wrong = wrongWith(state)): void {
    this.shown = state;
    this.parts.problems.show('open', this.uri, wrong);
    this.changes.fire();
  }
}

function wrongWith(state: InspectorState): WhatIsWrong {
  switch (state.kind) {
    case 'reading':
      return nothingWrong;
    case 'unreadable':
      return { damage: state.why, findings: [] };
    case 'model': {
      // What concerns the array and not the model stands in its source.
      return { damage: state.damage, findings: withoutArrayFindings(state.findings) };
    }
  }
}

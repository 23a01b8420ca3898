/** What an editor shows of a `tinyml.json`: Problems at their places, and above the text Train and the size of each model. */
import * as vscode from 'vscode';
import { projectLenses } from '../../core/project/projectLenses';
import { readProject } from '../../core/project/readProject';
import { sentence } from '../../../l10n/sentences';
import { Disposable } from '../dispose';
import type { Services } from '../services';

const selector: vscode.DocumentSelector = { pattern: '**/tinyml.json' };
const typingPauseMs = 200;

export class ProjectEditor extends Disposable {
  private readonly problems = this.register(vscode.languages.createDiagnosticCollection('tinyml.project'));
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly services: Services) {
    super();
    for (const document of vscode.workspace.textDocuments) this.check(document);
    this.register(vscode.workspace.onDidOpenTextDocument((document) => this.check(document)));
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.checkSoon(document)));
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.problems.delete(uri)));
    this.register(
      vscode.languages.registerCodeLensProvider(selector, {
        provideCodeLenses: (document) => this.lenses(document),
      }),
    );
  }

  override dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    super.dispose();
  }

  private checkSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.set(
      key,
      setTimeout(() => {
        this.waiting.delete(key);
        if (!document.isClosed) this.check(document);
      }, typingPauseMs),
    );
  }

  private check(document: vscode.TextDocument): void {
    if (!isProjectFile(document)) return;
    const reading = readProject(document.getText());
    const problems = reading.kind === 'problems' ? reading.problems : [];
    this.problems.set(
      document.uri,
      problems.map(({ said, offset, length }) => {
        const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
        const diagnostic = new vscode.Diagnostic(range, this.services.say(said));
        diagnostic.source = 'TinyML';
        return diagnostic;
      }),
    );
  }

  private lenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const places = isProjectFile(document) ? projectLenses(document.getText()) : undefined;
    if (!places) return [];
    const { say } = this.services;
    const at = (offset: number): vscode.Range => {
      const position = document.positionAt(offset);
      return new vscode.Range(position, position);
    };
    return [
      new vscode.CodeLens(at(places.trainOffset), {
        title: `$(play) ${say(sentence('project.lens.train'))}`,
        command: 'tinyml.trainModel',
        arguments: [document.uri],
      }),
      ...places.models.map(({ offset, parameters }) => {
        const title = say(sentence('project.lens.parameters', { parameters }));
        return new vscode.CodeLens(at(offset), { title, command: '' });
      }),
    ];
  }
}

/** What a file was in an earlier commit, beside what it is, has no problems that anybody could mend, and no data to train on. */
function isProjectFile(document: vscode.TextDocument): boolean {
  return document.uri.scheme !== 'git' && vscode.languages.match(selector, document) > 0;
}

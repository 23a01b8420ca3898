/** From a series or a line of the console to the statement in the source that prints it. */
import * as vscode from 'vscode';
import { stripAnsi } from '../../core/stream/ansi';
import { peelLogPrefix } from '../../core/stream/logPrefix';
import { statementOfLine, statementsOfSeries } from '../../core/source/printFormats';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';
import type { MonitorSession } from './monitorSession';
import { statementsOfWorkspace, type FoundStatement } from './printIndex';
import { unlabelledCount } from './seriesPlace';

const messageMs = 5000;

export async function revealSeries({ say }: Services, session: MonitorSession, name: string): Promise<void> {
  const statements = await statementsOfWorkspace();
  const values = unlabelledCount(session.status.series, name);
  const [first] = statementsOfSeries(statements, name, values);
  if (first) await reveal(first);
  else void vscode.window.showInformationMessage(say(sentence('monitorHost.noStatementForSeries', { name })));
}

export async function revealLine({ say }: Services, line: string): Promise<void> {
  const text = stripAnsi(line);
  const statements = await statementsOfWorkspace();
  const found = statementOfLine(statements, text) ?? statementOfLine(statements, peelLogPrefix(text).rest);
  if (found) await reveal(found);
  // Many a line is clicked without wanting its statement: no notification.
  else
    vscode.window.setStatusBarMessage(
      `$(info) ${say(sentence('monitorHost.noStatementForLine'))}`,
      messageMs,
    );
}

async function reveal({ uri, range }: FoundStatement): Promise<void> {
  const column = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  )?.viewColumn;
  await vscode.window.showTextDocument(uri, {
    selection: range,
    viewColumn: column ?? vscode.ViewColumn.One,
  });
}

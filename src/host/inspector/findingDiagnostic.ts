/** A finding as VS Code shows it among the problems: what is wrong, what the board would log, what to do, and more behind the code. */
import * as vscode from 'vscode';
import { sentence } from '../../../l10n/sentences';
import type { Finding, Severity } from '../../core/check/finding';
import type { Say } from '../language';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

export function findingDiagnostic(finding: Finding, range: vscode.Range, say: Say): vscode.Diagnostic {
  const { code, severity, message, log, cure } = finding;
  const lines = [say(message)];
  if (log !== undefined) lines.push(say(sentence('check.logLine', { log: log.replace(/\n/g, ' / ') })));
  lines.push(say(sentence('check.cureLine', { cure: say(cure) })));
  const diagnostic = new vscode.Diagnostic(range, lines.join('\n'), severities[severity]);
  diagnostic.source = 'TinyML';
  diagnostic.code = { value: code, target: findingPageLink(code) };
  return diagnostic;
}

/** A command, because a file's address would open the page as plain text. */
function findingPageLink(code: Finding['code']): vscode.Uri {
  return vscode.Uri.parse(`command:tinyml.showFindingPage?${encodeURIComponent(JSON.stringify([code]))}`);
}

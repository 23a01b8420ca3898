/** The one log of the extension: Output, "TinyML". */
import * as vscode from 'vscode';

export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('TinyML', { log: true });
}

/** A defect with all that helps to find it. */
export function describeDefect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** How much the monitor keeps to be shown, as the settings say. */
import * as vscode from 'vscode';
import { DEFAULT_LIMITS, type StoreLimits } from '../../core/stream/columnStore';

const mebibyte = 2 ** 20;
const fewestRows = 1000;

/** A settings file may hold anything: what is no number counts as not set. */
export function storeLimits(): StoreLimits {
  const settings = vscode.workspace.getConfiguration('tinyml.monitor');
  const atLeast = (value: unknown, least: number, otherwise: number): number =>
    typeof value === 'number' && Number.isFinite(value) ? Math.max(least, Math.trunc(value)) : otherwise;
  return {
    rows: atLeast(settings.get<unknown>('keptRows'), fewestRows, DEFAULT_LIMITS.rows),
    bytes: mebibyte * atLeast(settings.get<unknown>('keptMegabytes'), 1, DEFAULT_LIMITS.bytes / mebibyte),
  };
}

export function limitsChanged(change: vscode.ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration('tinyml.monitor');
}

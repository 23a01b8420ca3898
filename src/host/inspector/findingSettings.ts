/** What the settings say about findings: the target, and the weight of each code. */
import * as vscode from 'vscode';
import type { SeverityOverrides } from '../../core/check/check';
import { findingCodes, type FindingCode, type Severity } from '../../core/check/finding';
import { defaultTarget, isTargetName, type TargetName } from '../../core/check/target';
import { arrayPlace } from './arrayUri';

export interface FindingSettings {
  readonly target: TargetName;
  readonly overrides: SeverityOverrides;
}

/**
 * Settings are written by hand: what means nothing is as if it were not there. A model in source has those of its source:
 * VS Code knows the folder of that address.
 */
export function findingSettings(uri: vscode.Uri): FindingSettings {
  const settings = vscode.workspace.getConfiguration('tinyml', arrayPlace(uri)?.source ?? uri);
  const target: unknown = settings.get('target');
  return {
    target: typeof target === 'string' && isTargetName(target) ? target : defaultTarget,
    overrides: readOverrides(settings.get('findings')),
  };
}

export function changesFindings(change: vscode.ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration('tinyml.target') || change.affectsConfiguration('tinyml.findings');
}

function readOverrides(value: unknown): SeverityOverrides {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(
    (entry): entry is [FindingCode, Severity | 'off'] => isCode(entry[0]) && isWeight(entry[1]),
  );
  return Object.fromEntries(entries);
}

function isCode(name: string): name is FindingCode {
  return (findingCodes as readonly string[]).includes(name);
}

function isWeight(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'information' || value === 'off';
}

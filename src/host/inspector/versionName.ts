import type * as vscode from 'vscode';
import { arrayPlace } from './arrayUri';
import { fileNameOf } from './fileNameOf';

/** A file for display: with the version where it comes from git, with the source where it is an array. */
export function versionName(uri: vscode.Uri): string {
  const place = arrayPlace(uri);
  if (place) return `${place.name} (${versionName(place.source)})`;
  return uri.scheme === 'git' ? `${fileNameOf(uri)} (${gitRef(uri)})` : fileNameOf(uri);
}

/** `git:` addresses hold `{path, ref}` as JSON; an empty ref is the index. */
function gitRef(uri: vscode.Uri): string {
  const ref = /"ref":"([^"]*)"/.exec(uri.query)?.[1];
  if (ref === undefined || ref === '' || ref === '~') return 'index';
  return /^[0-9a-f]{40}$/.test(ref) ? ref.slice(0, 7) : ref;
}

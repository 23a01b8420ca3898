/** Names of recordings in folders of any scheme. */
import * as vscode from 'vscode';

/** A name that no recording has in these folders: two may begin within one second. */
export async function freeRecordingName(wanted: string, folders: readonly vscode.Uri[]): Promise<string> {
  const taken = (await Promise.all(folders.map(namesIn))).flat();
  let name = wanted;
  for (let number = 2; taken.some((file) => file.startsWith(`${name}.`)); number++) {
    name = `${wanted}-${String(number)}`;
  }
  return name;
}

/** None where the folder was never made, or is gone. */
export async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
}

/** A folder below a workspace folder, as a setting names it. Without VS Code, so that every way out of it can be tested. */
import { problem } from '../core/problem';

/**
 * The folder's names, outermost first; none for the workspace folder itself.
 * @throws Problem when the setting leads, or might lead on some system, out of the workspace folder
 */
export function relativeFolder(setting: string): readonly string[] {
  const folder = setting.trim();
  if (/^([\\/~]|[A-Za-z]:)/.test(folder) || /^[A-Za-z][\w+.-]+:/.test(folder)) {
    throw problem('host.outputFolder.absolute', { folder });
  }
  const names = folder.split(/[\\/]+/).filter((name) => name !== '' && name !== '.');
  // Windows drops trailing dots and spaces, so that ".. " would be ".." there.
  if (names.some((name) => /^\.\.[. ]*$/.test(name))) throw problem('host.outputFolder.leaves', { folder });
  if (names.some((name) => /[:*?"<>|\p{Cc}]/u.test(name))) {
    throw problem('host.outputFolder.badName', { folder });
  }
  return names;
}

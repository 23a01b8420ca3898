/** Why a folder did not take our files, in words that say what to do next. */
import { Problem, problem } from '../core/problem';

/** Codes of Node and names of `vscode.FileSystemError`; VS Code hands Node's code on within its message. */
const noRoom = /ENOSPC|EDQUOT/;
const notAllowed = /EACCES|EPERM|EROFS|NoPermissions/;

export function saveProblem(error: unknown, folder: string, path: string): Problem {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const file = path === '' ? folder : `${folder}/${path}`;
  if (noRoom.test(code) || noRoom.test(detail)) return problem('jobs.save.noRoom', { file });
  if (notAllowed.test(code) || notAllowed.test(detail)) return problem('jobs.save.notAllowed', { file });
  return problem('jobs.save.failed', { file, detail });
}

// @ts-check
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program to its end in the project folder.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` keeps its output for the answer instead of showing it
 * @returns {Promise<{ code: number, output: string }>} code 127 if the program cannot be started
 */
export function run(program, args, { cwd = root, env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(...commandLine(program, args), {
      cwd,
      env,
      shell: needsShell(program),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * On Windows npm, npx and code are .cmd files, which only a shell starts.
 *
 * @param {string} program
 * @param {NodeJS.Platform} [platform]
 */
export function needsShell(program, platform = process.platform) {
  return platform === 'win32' && !program.endsWith('.exe');
}

/**
 * Program and arguments for `spawn`: a shell would break at the spaces of "Microsoft VS Code".
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.Platform} [platform]
 * @returns {[string, string[]]}
 */
export function commandLine(program, args, platform = process.platform) {
  if (!needsShell(program, platform)) return [program, [...args]];
  /** @param {string} word */
  const quoted = (word) => (/[\s&()^=;,]/.test(word) ? `"${word}"` : word);
  return [quoted(program), args.map(quoted)];
}

/**
 * The Node that runs this script, with a script of the project or of a package.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/**
 * Like `run`, but a failure ends the calling script with the program's output and exit code.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function runOrExit(program, args, options) {
  const { code, output } = await run(program, args, options);
  if (code === 0) return output;
  if (output) console.error(output);
  console.error(`"${program} ${args.join(' ')}" failed with exit code ${code}.`);
  process.exit(code);
}

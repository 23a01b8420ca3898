/** `tinyml check FILE [--target T] [--json]`: will it run on the board? Exit code 1 on an error. */
import { sentence, type Sentence } from '../../l10n/sentences';
import { checkModel } from '../core/check/check';
import type { Finding, Severity } from '../core/check/finding';
import { findingJson } from '../core/inspect/json';
import { openModel } from '../core/inspect/openModel';
import { tflmCommit } from '../core/check/tflm-90b983c';
import type { CliIo, Subcommand } from './io';
import { modelArguments } from './modelArguments';

export const check: Subcommand = {
  async run(args, io) {
    const { path, bytes, json, target } = await modelArguments(args, io, true);
    const { model, damage } = openModel(bytes);
    const findings = checkModel({ model, file: bytes, target });
    const passes = damage.length === 0 && findings.every(({ severity }) => severity !== 'error');
    for (const said of damage) io.stderr(`${io.say(said)}\n`);
    if (json) {
      const document = { target, tflmCommit, passes, findings: findings.map(findingJson) };
      io.stdout(`${JSON.stringify(document, undefined, 2)}\n`);
    } else if (damage.length === 0 && findings.length === 0) {
      io.stdout(`${io.say(sentence('check.none', { file: path, target }))}\n`);
    } else {
      io.stdout(findings.map((finding) => findingLines(finding, io)).join(''));
    }
    return passes ? 0 : 1;
  },
};

const severityWords: Readonly<Record<Severity, Sentence>> = {
  error: sentence('check.error'),
  warning: sentence('check.warning'),
  information: sentence('check.information'),
};

/** A finding for a person: what, what the board would log, and what to do. */
export function findingLines(finding: Finding, io: CliIo): string {
  const { code, severity, message, log, cure } = finding;
  const head = sentence('check.row', {
    severity: io.say(severityWords[severity]),
    code,
    message: io.say(message),
  });
  const lines = [io.say(head)];
  if (log !== undefined)
    lines.push(`  ${io.say(sentence('check.logLine', { log: log.replace(/\n/g, ' / ') }))}`);
  lines.push(`  ${io.say(sentence('check.cureLine', { cure: io.say(cure) }))}`);
  return `${lines.join('\n')}\n`;
}

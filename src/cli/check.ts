/** `tinyml check FILE [--target T] [--json]`: will it run on the board, also from an array in source? Exit code 1 on an error. */
import { sentence, type Sentence } from '../../l10n/sentences';
import { checkModel } from '../core/check/check';
import type { Finding, Severity } from '../core/check/finding';
import { findingJson } from '../core/inspect/json';
import { openModel } from '../core/inspect/openModel';
import { tflmCommit } from '../core/check/tflm-90b983c';
import { findModelArrays, type CArray } from '../core/source/cArrays';
import { isSourceFileName } from '../core/source/sourceFileName';
import type { CliIo, Subcommand } from './io';
import { modelArguments } from './modelArguments';

export const check: Subcommand = {
  async run(args, io) {
    const { path, bytes, json, target } = await modelArguments(args, io, true);
    const checked = modelsIn(path, bytes).map((place) => {
      const { model, damage } = openModel(place.file);
      return { ...place, damage, findings: checkModel({ model, target, ...place }) };
    });
    const damage = checked.flatMap((one) => one.damage);
    const findings = checked.flatMap((one) => one.findings);
    const passes = damage.length === 0 && findings.every(({ severity }) => severity !== 'error');
    for (const said of damage) io.stderr(`${io.say(said)}\n`);
    if (json) {
      const listed = checked.flatMap(({ array, findings: found }) =>
        found.map((finding) => ({ ...(array ? { array: array.name } : {}), ...findingJson(finding) })),
      );
      io.stdout(`${JSON.stringify({ target, tflmCommit, passes, findings: listed }, undefined, 2)}\n`);
    } else if (damage.length === 0 && findings.length === 0) {
      io.stdout(`${io.say(sentence('check.none', { file: path, target }))}\n`);
    } else {
      for (const { array, findings: found } of checked) {
        if (array && checked.length > 1) io.stdout(`${array.name}:\n`);
        io.stdout(found.map((finding) => findingLines(finding, io)).join(''));
      }
    }
    return passes ? 0 : 1;
  },
};

/** The file as a model, or the models that stand in it as arrays where it is C or C++ source. */
function modelsIn(
  path: string,
  bytes: Uint8Array,
): readonly { readonly file: Uint8Array; readonly array?: CArray }[] {
  const arrays = isSourceFileName(path) ? findModelArrays(new TextDecoder().decode(bytes)) : [];
  return arrays.length > 0 ? arrays.map((array) => ({ file: array.bytes, array })) : [{ file: bytes }];
}

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

/** `tinyml inspect FILE [--json]`: what the inspector shows. */
import { inspectJson } from '../core/inspect/json';
import { operatorRows, type Operand } from '../core/inspect/operators';
import { openModel } from '../core/inspect/openModel';
import { displayName, shapeText } from '../core/inspect/displayName';
import { sizeView } from '../core/inspect/size';
import { sizePartNames } from '../core/inspect/sizePartNames';
import { summary } from '../core/inspect/summary';
import { checkModel } from '../core/check/check';
import { defaultTarget } from '../core/check/target';
import { sentence } from '../../l10n/sentences';
import { findingLines } from './check';
import type { Subcommand } from './io';
import { modelArguments } from './modelArguments';

export const inspect: Subcommand = {
  async run(args, io) {
    const { bytes, json } = await modelArguments(args, io, false);
    const opened = openModel(bytes);
    for (const said of opened.damage) io.stderr(`${io.say(said)}\n`);
    if (json) {
      io.stdout(`${JSON.stringify(inspectJson(bytes), undefined, 2)}\n`);
      return opened.damage.length === 0 ? 0 : 1;
    }
    if (opened.model.subgraphs.length === 0) return 1;
    io.stdout(`${io.say(summary(opened.model, bytes.length))}\n\n`);
    for (const { subgraph, index, name, version, inputs, outputs, weightBytes, macs } of operatorRows(
      opened.model,
    )) {
      const place = `${subgraph === 0 ? '' : `${subgraph}:`}op${index}`;
      const shapes = `${operands(inputs)} → ${operands(outputs)}`;
      const work = `${weightBytes} B${macs === undefined ? '' : `, ${macs} MAC`}`;
      io.stdout(`${place.padEnd(6)} ${`${name} v${version}`.padEnd(28)} ${shapes}  (${work})\n`);
    }
    const { parts, fileBytes } = sizeView(opened);
    io.stdout(`\n${io.say(sentence('inspect.sizeTitle', { bytes: fileBytes }))}\n`);
    for (const { kind, bytes: partBytes } of parts) {
      io.stdout(`${String(partBytes).padStart(12)}  ${io.say(sizePartNames[kind])}\n`);
    }
    const findings = checkModel({ model: opened.model, file: bytes, target: defaultTarget });
    if (findings.length > 0) io.stdout(`\n${findings.map((finding) => findingLines(finding, io)).join('')}`);
    return opened.damage.length === 0 ? 0 : 1;
  },
};

function operands(list: readonly Operand[]): string {
  return list
    .filter(({ tensor }) => tensor >= 0)
    .map(({ tensor, type, shape, isConstant, name }) =>
      isConstant
        ? `t${tensor} ${type} ${shapeText(shape)} const`
        : `t${tensor} ${type} ${shapeText(shape)} ${displayName(name)}`,
    )
    .join(', ');
}

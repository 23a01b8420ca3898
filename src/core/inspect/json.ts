import { en } from '../../../l10n/en/index';
import { formatSentence } from '../../../l10n/sentences';
import { checkModel } from '../check/check';
import { defaultTarget } from '../check/target';
import { macsOf } from './macs';
import { metadataRows, type MetadataRow } from './metadataRows';
import { openModel } from './openModel';
import { constantBytes } from './operators';
import { summary } from './summary';
import { associatedFiles } from './zipTail';

/** What `inspect --json` prints. Scales that JSON cannot write (NaN, infinities) become null. */
export interface InspectJson {
  readonly bytes: number;
  readonly version: number;
  readonly description: string;
  readonly summary: string;
  readonly subgraphs: readonly {
    readonly name: string;
    readonly inputs: readonly number[];
    readonly outputs: readonly number[];
    readonly tensors: readonly TensorJson[];
    readonly operators: readonly OperatorJson[];
  }[];
  readonly signatures: readonly unknown[];
  readonly metadata: readonly MetadataRow[];
  /** Packed behind the model, such as labels. */
  readonly associatedFiles: readonly { readonly name: string; readonly bytes: number }[];
  readonly findings: readonly FindingJson[];
  /** What is broken in the file; empty for a sound one. */
  readonly damage: readonly string[];
}

interface TensorJson {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  readonly scale: readonly number[];
  readonly zeroPoint: readonly number[];
  readonly quantizedDimension: number;
  readonly bufferBytes: number;
}

interface OperatorJson {
  readonly index: number;
  readonly name: string;
  /** Of a custom operator, whose `name` is `CUSTOM`. */
  readonly customCode?: string;
  readonly version: number;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** 0 for operators that do not multiply. */
  readonly macs: number;
}

export interface FindingJson {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly subgraph?: number;
  readonly operator?: number;
  readonly tensor?: number;
  readonly log?: string;
  readonly cure: string;
}

export function inspectJson(bytes: Uint8Array): InspectJson {
  const { model, damage } = openModel(bytes);
  return {
    bytes: bytes.length,
    version: model.version,
    description: model.description,
    summary: formatSentence(summary(model, bytes.length), en, 'en'),
    subgraphs: model.subgraphs.map((subgraph) => ({
      name: subgraph.name,
      inputs: subgraph.inputs,
      outputs: subgraph.outputs,
      tensors: subgraph.tensors.map((tensor, index) => ({
        index,
        name: tensor.name,
        type: tensor.type,
        shape: tensor.shape,
        scale: Array.from(tensor.quantization?.scale ?? []),
        zeroPoint: tensor.quantization?.zeroPoint ?? [],
        quantizedDimension: tensor.quantization?.quantizedDimension ?? 0,
        bufferBytes: constantBytes(model, tensor),
      })),
      operators: subgraph.operators.map((operator, index) => ({
        index,
        name: operator.name,
        ...(operator.customCode === undefined ? {} : { customCode: operator.customCode }),
        version: operator.version,
        inputs: operator.inputs,
        outputs: operator.outputs,
        macs: macsOf(operator, subgraph) ?? 0,
      })),
    })),
    signatures: model.signatures,
    metadata: metadataRows(model),
    associatedFiles: associatedFiles(bytes),
    findings: checkModel({ model, file: bytes, target: defaultTarget }).map(findingJson),
    damage: damage.map((said) => formatSentence(said, en, 'en')),
  };
}

/** A finding in English, for machines. */
export function findingJson(finding: ReturnType<typeof checkModel>[number]): FindingJson {
  const { code, severity, subgraph, operator, tensor, log } = finding;
  return {
    code,
    severity,
    message: formatSentence(finding.message, en, 'en'),
    ...(subgraph === undefined ? {} : { subgraph }),
    ...(operator === undefined ? {} : { operator }),
    ...(tensor === undefined ? {} : { tensor }),
    ...(log === undefined ? {} : { log }),
    cure: formatSentence(finding.cure, en, 'en'),
  };
}

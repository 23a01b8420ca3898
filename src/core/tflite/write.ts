/** Plain data -> the bytes of a `.tflite` file. */
import type { Offset } from 'flatbuffers';
import { problem } from '../problem';
import { builtinNames, type BuiltinName } from './builtins';
import type { Model, Operator, Quantization, Signature, Subgraph, Tensor } from './model';
import { TableWriter, type FieldValues, type UnionMember } from './tableWriter';
import { unions } from './schema/enums';

/** Tensor data stands at multiples of this many bytes in the file: kernels on a board read it where it lies. */
const dataAlignBytes = 16;

/** Offsets in a FlatBuffer are signed 32-bit numbers; tables take little beside the data. */
const largestDataBytes = 2 ** 31 - 2 ** 26;

const builtinCodes: ReadonlyMap<BuiltinName, number> = new Map(
  Object.entries(builtinNames).map(([code, name]) => [name, Number(code)]),
);

/** Readers that know only the one-byte field take this for "look at the other one". */
const greaterCode = 127;

function writeBuffers(writer: TableWriter, buffers: readonly Uint8Array[]): Offset {
  const offsets = buffers.map((data) =>
    data.length === 0
      ? writer.sharedTable('Buffer', {})
      : writer.table('Buffer', { data: writer.bytes(data, dataAlignBytes) }),
  );
  return writer.offsets(offsets);
}

function writeQuantization(writer: TableWriter, quantization: Quantization): Offset {
  const { scale, zeroPoint, quantizedDimension, min, max, details } = quantization;
  return writer.sharedTable('QuantizationParameters', {
    min: min && writer.scalars(min, 'float'),
    max: max && writer.scalars(max, 'float'),
    scale: writer.scalars(scale, 'float'),
    zero_point: writer.scalars(zeroPoint, 'long'),
    details: details && writer.record(details),
    quantized_dimension: quantizedDimension,
  });
}

function writeTensor(writer: TableWriter, tensor: Tensor): Offset {
  return writer.table('Tensor', {
    shape: writer.scalars(tensor.shape, 'int'),
    type: tensor.type,
    buffer: tensor.buffer,
    name: writer.text(tensor.name),
    quantization: tensor.quantization && writeQuantization(writer, tensor.quantization),
    is_variable: tensor.isVariable,
    sparsity: tensor.sparsity && writer.record(tensor.sparsity).offset,
    shape_signature: tensor.shapeSignature && writer.scalars(tensor.shapeSignature, 'int'),
    has_rank: tensor.shapeSignature !== undefined,
  });
}

/** Operator codes in the order of their first use, and which one each operator has. */
class OperatorCodes {
  private readonly indices = new Map<string, number>();
  private readonly codes: FieldValues[] = [];

  constructor(private readonly writer: TableWriter) {}

  indexOf({ name, customCode, version }: Operator): number {
    const key = `${name}:${version}:${customCode ?? ''}`;
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    const code = builtinCodes.get(name);
    if (code === undefined) throw new TypeError(`The schema has no builtin operator ${name}.`);
    const index = this.codes.length;
    this.indices.set(key, index);
    this.codes.push({
      deprecated_builtin_code: Math.min(code, greaterCode),
      custom_code: customCode === undefined ? undefined : this.writer.text(customCode),
      version,
      builtin_code: code,
    });
    return index;
  }

  write(): Offset {
    return this.writer.offsets(this.codes.map((code) => this.writer.table('OperatorCode', code)));
  }
}

function writeOperator(writer: TableWriter, operator: Operator, codes: OperatorCodes): Offset {
  const options: UnionMember | undefined = operator.options && writer.record(operator.options);
  const isFirstUnion = options !== undefined && Object.values(unions.BuiltinOptions).includes(options.table);
  return writer.table('Operator', {
    opcode_index: codes.indexOf(operator),
    inputs: writer.scalars(operator.inputs, 'int'),
    outputs: writer.scalars(operator.outputs, 'int'),
    builtin_options: isFirstUnion ? options : undefined,
    custom_options: operator.customOptions && writer.bytes(operator.customOptions, 4),
    intermediates: operator.intermediates && writer.scalars(operator.intermediates, 'int'),
    builtin_options_2: isFirstUnion ? undefined : options,
  });
}

function writeSubgraph(writer: TableWriter, subgraph: Subgraph, codes: OperatorCodes): Offset {
  const tensors = writer.offsets(subgraph.tensors.map((tensor) => writeTensor(writer, tensor)));
  const operators = writer.offsets(
    subgraph.operators.map((operator) => writeOperator(writer, operator, codes)),
  );
  return writer.table('SubGraph', {
    tensors,
    inputs: writer.scalars(subgraph.inputs, 'int'),
    outputs: writer.scalars(subgraph.outputs, 'int'),
    operators,
    name: writer.text(subgraph.name),
  });
}

function writeSignature(writer: TableWriter, signature: Signature): Offset {
  const writeMaps = (maps: Signature['inputs']): Offset =>
    writer.offsets(
      maps.map(({ name, tensor }) =>
        writer.table('TensorMap', { name: writer.text(name), tensor_index: tensor }),
      ),
    );
  return writer.table('SignatureDef', {
    inputs: writeMaps(signature.inputs),
    outputs: writeMaps(signature.outputs),
    signature_key: writer.text(signature.key),
    subgraph_index: signature.subgraph,
  });
}

/**
 * Writes a model as a file with identifier `TFL3`. The same model gives the same bytes. Tensor data starts at multiples of
 * 16 bytes; empty names, vectors and metadata are left out, and equal shapes, options and quantization stand once.
 *
 * Throws a Problem when the data does not fit into a FlatBuffer, or was not read with the model.
 */
export function writeModel(model: Model): Uint8Array {
  const dataBytes = model.buffers.reduce((sum, buffer) => sum + buffer.length, 0);
  if (dataBytes > largestDataBytes) throw problem('tflite.tooLargeToWrite', { bytes: dataBytes });
  if (model.distantBuffers !== undefined && model.distantBuffers.length > 0) {
    throw problem('tflite.distantBuffersToWrite', { count: model.distantBuffers.length });
  }
  const writer = new TableWriter(dataBytes + 4096);
  const codes = new OperatorCodes(writer);
  const buffers = writeBuffers(writer, model.buffers);
  const subgraphs = writer.offsets(model.subgraphs.map((subgraph) => writeSubgraph(writer, subgraph, codes)));
  const metadata = model.metadata.map(({ name, buffer }) =>
    writer.table('Metadata', { name: writer.text(name), buffer }),
  );
  const signatures = model.signatures.map((signature) => writeSignature(writer, signature));
  return writer.finish(
    writer.table('Model', {
      version: model.version,
      operator_codes: codes.write(),
      subgraphs,
      description: writer.text(model.description),
      buffers,
      metadata: writer.offsets(metadata),
      signature_defs: writer.offsets(signatures),
    }),
  );
}

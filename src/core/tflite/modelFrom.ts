import { builtinNames } from './builtins';
import { mostDimensions } from './limits';
import type { Model, Operator, Quantization, Signature, Subgraph, Tensor } from './model';
import { tensorTypeNames } from './schema/enums';
import { readOptions, readRecord } from './tableRecord';
import type { TableView } from './tableView';

type Views = readonly (TableView | undefined)[];

/** Stands where the file's own number means nothing to schema version 3; the verifier has named the place. */
const unknownBuiltin = 'PLACEHOLDER_FOR_GREATER_OP_CODES';
const unknownTensorType = 'VARIANT';

function quantizationFrom(view: TableView | undefined): Quantization | undefined {
  if (view === undefined) return undefined;
  const scale = Float32Array.from(view.numbers('scale'));
  const min = Float32Array.from(view.numbers('min'));
  const max = Float32Array.from(view.numbers('max'));
  const zeroPoint = view.numbers('zero_point');
  const details = view.union('details');
  // Converters leave an empty table beside tensors that are not quantized.
  if (scale.length + min.length + max.length + zeroPoint.length === 0 && !details) return undefined;
  return {
    scale,
    zeroPoint,
    quantizedDimension: view.number('quantized_dimension'),
    ...(min.length > 0 ? { min } : {}),
    ...(max.length > 0 ? { max } : {}),
    ...(details ? { details: readRecord(details) } : {}),
  };
}

function tensorFrom(view: TableView | undefined): Tensor {
  if (view === undefined)
    return { name: '', type: unknownTensorType, shape: [], buffer: 0, isVariable: false };
  const shapeSignature = view.numbers('shape_signature').slice(0, mostDimensions);
  const quantization = quantizationFrom(view.table('quantization'));
  const sparsity = view.table('sparsity');
  return {
    name: view.text('name') ?? '',
    type: tensorTypeNames[view.number('type')] ?? unknownTensorType,
    shape: view.numbers('shape').slice(0, mostDimensions),
    ...(shapeSignature.length > 0 ? { shapeSignature } : {}),
    buffer: view.number('buffer'),
    ...(quantization ? { quantization } : {}),
    isVariable: view.number('is_variable') !== 0,
    ...(sparsity ? { sparsity: readRecord(sparsity) } : {}),
  };
}

type OperatorCode = Pick<Operator, 'name' | 'customCode' | 'version'>;

function operatorCodeFrom(view: TableView | undefined): OperatorCode {
  if (view === undefined) return { name: unknownBuiltin, version: 1 };
  const code = Math.max(view.number('deprecated_builtin_code'), view.number('builtin_code'));
  const customCode = view.text('custom_code');
  return {
    name: builtinNames[code] ?? unknownBuiltin,
    ...(customCode !== undefined ? { customCode } : {}),
    version: view.number('version'),
  };
}

/** Custom options stand in the table or, when large, behind the FlatBuffer. */
function customOptionsFrom(view: TableView): Uint8Array | undefined {
  const offset = view.number('large_custom_options_offset');
  const bytes = view.number('large_custom_options_size');
  if (offset > 1 && view.file.holds(offset, bytes)) return view.file.bytes.subarray(offset, offset + bytes);
  const inside = view.bytes('custom_options');
  return inside && inside.length > 0 ? inside : undefined;
}

function operatorFrom(view: TableView | undefined, codes: readonly OperatorCode[]): Operator {
  if (view === undefined) return { name: unknownBuiltin, version: 1, inputs: [], outputs: [] };
  const intermediates = view.numbers('intermediates');
  const options = view.union('builtin_options') ?? view.union('builtin_options_2');
  const customOptions = customOptionsFrom(view);
  return {
    ...(codes[view.number('opcode_index')] ?? { name: unknownBuiltin, version: 1 }),
    inputs: view.numbers('inputs'),
    outputs: view.numbers('outputs'),
    ...(intermediates.length > 0 ? { intermediates } : {}),
    ...(options ? { options: readOptions(options) } : {}),
    ...(customOptions ? { customOptions } : {}),
  };
}

function subgraphFrom(view: TableView | undefined, codes: readonly OperatorCode[]): Subgraph {
  return {
    name: view?.text('name') ?? '',
    tensors: view?.tables('tensors').map(tensorFrom) ?? [],
    inputs: view?.numbers('inputs') ?? [],
    outputs: view?.numbers('outputs') ?? [],
    operators: view?.tables('operators').map((operator) => operatorFrom(operator, codes)) ?? [],
  };
}

function signatureFrom(view: TableView | undefined): Signature {
  const mapFrom = (maps: Views | undefined): Signature['inputs'] =>
    (maps ?? []).map((map) => ({ name: map?.text('name') ?? '', tensor: map?.number('tensor_index') ?? 0 }));
  return {
    key: view?.text('signature_key') ?? '',
    subgraph: view?.number('subgraph_index') ?? 0,
    inputs: mapFrom(view?.tables('inputs')),
    outputs: mapFrom(view?.tables('outputs')),
  };
}

function buffersFrom(views: Views): Pick<Model, 'buffers' | 'distantBuffers'> {
  const distantBuffers: { buffer: number; offset: number; bytes: number }[] = [];
  const buffers = views.map((view, buffer) => {
    if (view === undefined) return new Uint8Array(0);
    const offset = view.number('offset');
    const bytes = view.number('size');
    if (offset <= 1) return view.bytes('data') ?? new Uint8Array(0);
    if (view.file.holds(offset, bytes)) return view.file.bytes.subarray(offset, offset + bytes);
    distantBuffers.push({ buffer, offset, bytes });
    return new Uint8Array(0);
  });
  return { buffers, ...(distantBuffers.length > 0 ? { distantBuffers } : {}) };
}

/** The model that stands in a file's root table: everything that can be read, defaults for the rest. */
export function modelFrom(root: TableView | undefined): Model {
  const codes = root?.tables('operator_codes').map(operatorCodeFrom) ?? [];
  const metadata = root?.tables('metadata') ?? [];
  return {
    version: root?.number('version') ?? 0,
    description: root?.text('description') ?? '',
    subgraphs: root?.tables('subgraphs').map((view) => subgraphFrom(view, codes)) ?? [],
    ...buffersFrom(root?.tables('buffers') ?? []),
    metadata: metadata.map((view) => ({
      name: view?.text('name') ?? '',
      buffer: view?.number('buffer') ?? 0,
    })),
    signatures: root?.tables('signature_defs').map(signatureFrom) ?? [],
  };
}

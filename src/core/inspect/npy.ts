import type { Model } from '../tflite/model';
import { realValues, tensorCodes, type TensorCodes } from './tensorValues';

/**
 * A constant tensor as a `.npy` file, format version 1.0 (NumPy's `numpy.lib.format`): real values as float32 (float64 for
 * 64-bit types), or the stored codes in their own type. Undefined where the tensor holds no numbers.
 */
export function tensorNpy(
  model: Model,
  subgraph: number,
  tensorIndex: number,
  kind: 'real' | 'raw',
): Uint8Array<ArrayBuffer> | undefined {
  const tensor = model.subgraphs[subgraph]?.tensors[tensorIndex];
  const codes = tensor && tensorCodes(model, tensor);
  if (!codes) return undefined;
  const isQuantized = (tensor.quantization?.scale.length ?? 0) > 0;
  const data =
    kind === 'real' && isQuantized ? Float32Array.from(realValues(tensor, codes, 0, codes.length)) : codes;
  const declared = tensor.shape.reduce((product, size) => product * size, 1);
  // An odd number of packed int4 leaves one value too many; a damaged shape is shown as a plain row.
  const values = declared > 0 && declared < data.length ? data.subarray(0, declared) : data;
  return npy(values, declared === values.length ? tensor.shape : [values.length]);
}

const preamble = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]; // \x93NUMPY, version 1.0
const headerAlignment = 64;

function npy(values: TensorCodes, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const description = `{'descr': '${descriptor(values)}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const before = preamble.length + 2;
  const padding = (headerAlignment - ((before + description.length + 1) % headerAlignment)) % headerAlignment;
  const header = new TextEncoder().encode(`${description}${' '.repeat(padding)}\n`);
  const bytes = new Uint8Array(before + header.length + values.byteLength);
  bytes.set(preamble);
  new DataView(bytes.buffer).setUint16(preamble.length, header.length, true);
  bytes.set(header, before);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), before + header.length);
  return bytes;
}

function descriptor(values: TensorCodes): string {
  if (values instanceof Int8Array) return '|i1';
  if (values instanceof Uint8Array) return '|u1';
  if (values instanceof Int16Array) return '<i2';
  if (values instanceof Uint16Array) return '<u2';
  if (values instanceof Int32Array) return '<i4';
  if (values instanceof Uint32Array) return '<u4';
  return values instanceof Float32Array ? '<f4' : '<f8';
}

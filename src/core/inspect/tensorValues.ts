import type { Model, Tensor } from '../tflite/model';

/** Stored values as they stand in the file ("codes"): int4 unpacked, 64-bit ones as the nearest double. */
export type TensorCodes =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** Undefined where the tensor holds no numbers: activations, strings, resources, complex numbers. */
export function tensorCodes(model: Model, tensor: Tensor): TensorCodes | undefined {
  const bytes = tensor.buffer > 0 ? model.buffers[tensor.buffer] : undefined;
  if (!bytes || bytes.length === 0) return undefined;
  const aligned = (width: number) => bytes.slice(0, bytes.length - (bytes.length % width)).buffer;
  switch (tensor.type) {
    case 'INT8':
      return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    case 'UINT8':
    case 'BOOL':
      return bytes;
    case 'INT16':
      return new Int16Array(aligned(2));
    case 'UINT16':
      return new Uint16Array(aligned(2));
    case 'INT32':
      return new Int32Array(aligned(4));
    case 'UINT32':
      return new Uint32Array(aligned(4));
    case 'FLOAT32':
      return new Float32Array(aligned(4));
    case 'FLOAT64':
      return new Float64Array(aligned(8));
    case 'INT64':
      return Float64Array.from(new BigInt64Array(aligned(8)), Number);
    case 'UINT64':
      return Float64Array.from(new BigUint64Array(aligned(8)), Number);
    case 'FLOAT16':
      return Float32Array.from(new Uint16Array(aligned(2)), halfToFloat);
    case 'BFLOAT16':
      return bfloatToFloat(new Uint16Array(aligned(2)));
    case 'INT4':
      return unpack(bytes, 4, true);
    case 'UINT4':
      return unpack(bytes, 4, false);
    case 'INT2':
      return unpack(bytes, 2, true);
    case 'FLOAT8_E4M3FN':
    case 'FLOAT8_E5M2':
    case 'STRING':
    case 'COMPLEX64':
    case 'COMPLEX128':
    case 'RESOURCE':
    case 'VARIANT':
      return undefined;
  }
}

/** IEEE 754 binary16. */
export function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** bfloat16 is the upper half of a binary32. */
function bfloatToFloat(halves: Uint16Array): Float32Array {
  const words = Uint32Array.from(halves, (half) => half * 0x10000);
  return new Float32Array(words.buffer);
}

/** Several values a byte, the lowest bits first. */
function unpack(bytes: Uint8Array, bits: 2 | 4, isSigned: boolean): Int8Array {
  const perByte = 8 / bits;
  const values = new Int8Array(bytes.length * perByte);
  const span = 1 << bits;
  for (let index = 0; index < values.length; index++) {
    const raw = ((bytes[Math.floor(index / perByte)] ?? 0) >> ((index % perByte) * bits)) & (span - 1);
    values[index] = isSigned && raw >= span / 2 ? raw - span : raw;
  }
  return values;
}

/** Which slice along the quantized dimension an element belongs to: (index / stride) % size. */
export interface Channels {
  readonly count: number;
  readonly stride: number;
  readonly dimension: number;
}

/** One channel for the whole tensor, unless it has a scale for each slice along a dimension that exists. */
export function channelsOf({ shape, quantization }: Tensor): Channels {
  const dimension = quantization?.quantizedDimension ?? 0;
  const count = shape[dimension] ?? 0;
  const stride = shape.slice(dimension + 1).reduce((product, size) => product * size, 1);
  const isPerChannel = (quantization?.scale.length ?? 0) > 1 && quantization?.scale.length === count;
  // A damaged shape has dimensions of 0 or less: slices without elements would be counted for ever.
  return isPerChannel && stride > 0
    ? { count, stride, dimension }
    : { count: 1, stride: Infinity, dimension: 0 };
}

/** Calls `visit` for each run of elements [from, to) of one channel, in order, from element `start` to `end`. */
export function eachChannelRun(
  { count, stride }: Channels,
  start: number,
  end: number,
  visit: (from: number, to: number, channel: number) => void,
): void {
  if (count === 1) {
    visit(start, end, 0);
    return;
  }
  let channel = Math.floor(start / stride) % count;
  for (let from = start; from < end;) {
    const to = Math.min(end, from + stride - (from % stride));
    visit(from, to, channel);
    channel = channel + 1 === count ? 0 : channel + 1;
    from = to;
  }
}

/** Real values of codes [offset, offset + length): scale · (code − zero point), or the codes themselves without quantization. */
export function realValues(tensor: Tensor, codes: TensorCodes, offset: number, length: number): Float64Array {
  const end = Math.min(codes.length, offset + length);
  const real = new Float64Array(Math.max(0, end - offset));
  const { quantization } = tensor;
  if (quantization === undefined || quantization.scale.length === 0) {
    real.set(codes.subarray(offset, end));
    return real;
  }
  eachChannelRun(channelsOf(tensor), offset, end, (from, to, channel) => {
    const scale = quantization.scale[channel] ?? NaN;
    const zeroPoint = quantization.zeroPoint[channel] ?? quantization.zeroPoint[0] ?? 0;
    for (let index = from; index < to; index++)
      real[index - offset] = scale * ((codes[index] ?? NaN) - zeroPoint);
  });
  return real;
}

import { elementCount, type TensorType } from '../tflite/model';

/** Bits of one element; 0 for types without a fixed size. */
export const elementBits: Readonly<Record<TensorType, number>> = {
  FLOAT32: 32,
  FLOAT16: 16,
  INT32: 32,
  UINT8: 8,
  INT64: 64,
  STRING: 0,
  BOOL: 8,
  INT16: 16,
  COMPLEX64: 64,
  INT8: 8,
  FLOAT64: 64,
  COMPLEX128: 128,
  UINT64: 64,
  RESOURCE: 0,
  VARIANT: 0,
  UINT32: 32,
  UINT16: 16,
  INT4: 4,
  BFLOAT16: 16,
  INT2: 2,
  UINT4: 4,
  FLOAT8_E4M3FN: 8,
  FLOAT8_E5M2: 8,
};

/** Bytes that a tensor of this type and shape takes when packed; unknown dimensions count as 0. */
export function packedBytes(type: TensorType, shape: readonly number[]): number {
  return Math.ceil(
    (Math.max(0, elementCount(shape.map((size) => Math.max(0, size)))) * elementBits[type]) / 8,
  );
}

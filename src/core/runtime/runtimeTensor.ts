/** A tensor of a model at work: its numbers as a typed array, allocated once. */
import { problem } from '../problem';
import { elementCount, type Model, type Quantization, type Tensor, type TensorType } from '../tflite/model';

interface ElementArrays {
  readonly FLOAT32: Float32Array;
  readonly INT8: Int8Array;
  readonly UINT8: Uint8Array;
  readonly INT16: Int16Array;
  readonly INT32: Int32Array;
}

export type RuntimeType = keyof ElementArrays;

/** Narrowing `type` narrows `data`. */
export type RuntimeTensor = { [Type in RuntimeType]: TensorOf<Type> }[RuntimeType];

export interface TensorOf<Type extends RuntimeType> {
  readonly index: number;
  readonly type: Type;
  readonly shape: readonly number[];
  readonly data: ElementArrays[Type];
  readonly quantization?: Quantization;
  readonly isConstant: boolean;
}

type Allocate<Type extends RuntimeType> = (
  elements: number,
) => ElementArrays[Type] & { readonly buffer: ArrayBuffer };

const allocate: { readonly [Type in RuntimeType]: Allocate<Type> } = {
  FLOAT32: (elements) => new Float32Array(elements),
  INT8: (elements) => new Int8Array(elements),
  UINT8: (elements) => new Uint8Array(elements),
  INT16: (elements) => new Int16Array(elements),
  INT32: (elements) => new Int32Array(elements),
};

/** Far above what any microcontroller holds: a bound against files that claim shapes of many gigabytes. */
const maximumElements = 2 ** 27;

export function makeRuntimeTensor(model: Model, tensor: Tensor, index: number): RuntimeTensor {
  const { type } = tensor;
  if (!isRuntimeType(type)) throw problem('runtime.unsupportedTensorType', { tensor: index, type });
  const elements = elementCount(tensor.shape);
  if (!tensor.shape.every((size) => Number.isInteger(size) && size >= 0) || elements > maximumElements) {
    throw problem('runtime.badShape', { tensor: index, shape: `[${tensor.shape.join(', ')}]` });
  }
  const data = allocate[type](elements);
  const bytes = model.buffers[tensor.buffer] ?? new Uint8Array(0);
  const isConstant = bytes.length > 0;
  if (isConstant) {
    if (bytes.length !== data.byteLength) {
      throw problem('runtime.wrongBufferSize', {
        tensor: index,
        buffer: tensor.buffer,
        expected: data.byteLength,
        actual: bytes.length,
      });
    }
    // Copied, since nothing aligns the file's bytes. Files are little-endian, and so is every machine VS Code runs on.
    new Uint8Array(data.buffer).set(bytes);
  }
  const { shape, quantization } = tensor;
  // `allocate` keeps type and array together; the compiler does not follow a union through both.
  return { index, type, shape, data, isConstant, ...(quantization && { quantization }) } as RuntimeTensor;
}

function isRuntimeType(type: TensorType): type is RuntimeType {
  return type in allocate;
}

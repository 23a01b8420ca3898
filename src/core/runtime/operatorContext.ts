/** What an operator sees while it prepares: its own tensors and options, and how to refuse. */
import { problem, type Problem } from '../problem';
import type { OptionValue, Operator } from '../tflite/model';
import type { RuntimeTensor, RuntimeType, TensorOf } from './runtimeTensor';

/** Computes an operator's outputs from the present values of its inputs; allocates nothing. */
export type Invoke = () => void;

/** One operator of TensorFlow Lite. Everything that can be refused or computed beforehand belongs into `prepare`. */
export interface OperatorKernel {
  /** Checks types, shapes and options, precomputes, and returns what `invoke` does at every inference. */
  prepare(context: OperatorContext): Invoke;
}

export interface PerTensorQuantization {
  readonly scale: number;
  readonly zeroPoint: number;
}

export class OperatorContext {
  constructor(
    readonly index: number,
    readonly operator: Operator,
    private readonly tensors: readonly RuntimeTensor[],
  ) {}

  input(position: number): RuntimeTensor {
    return this.tensorAt(this.operator.inputs[position]);
  }

  /** Absent when the file gives no index, or −1. */
  optionalInput(position: number): RuntimeTensor | undefined {
    return (this.operator.inputs[position] ?? -1) === -1 ? undefined : this.input(position);
  }

  output(position: number): RuntimeTensor {
    return this.tensorAt(this.operator.outputs[position]);
  }

  option(name: string): OptionValue | undefined {
    return this.operator.options?.values[name];
  }

  /** The one scale and zero point of a tensor that has them. */
  quantization(tensor: RuntimeTensor): PerTensorQuantization {
    const scale = tensor.quantization?.scale[0] ?? 0;
    const zeroPoint = tensor.quantization?.zeroPoint[0] ?? 0;
    if (tensor.quantization?.scale.length !== 1 || !isScale(scale)) throw this.noScale(tensor);
    return { scale, zeroPoint };
  }

  /** `tensor` as one of `Type`, or refuses. */
  expectType<Type extends RuntimeType>(tensor: RuntimeTensor, type: Type): TensorOf<Type> {
    if (tensor.type !== type) throw this.unsupportedTypes();
    return tensor as RuntimeTensor & TensorOf<Type>;
  }

  unsupportedTypes(): Problem {
    const nameTypes = (indices: readonly number[]): string =>
      indices.map((index) => this.tensors[index]?.type ?? '–').join(', ');
    return problem('runtime.unsupportedTypes', {
      index: this.index,
      operator: this.operator.name,
      inputs: nameTypes(this.operator.inputs),
      outputs: nameTypes(this.operator.outputs),
    });
  }

  unsupportedOption(option: string, value: string): Problem {
    return problem('runtime.unsupportedOption', {
      index: this.index,
      operator: this.operator.name,
      option,
      value,
    });
  }

  shapesDoNotFit(): Problem {
    const nameShapes = (indices: readonly number[]): string =>
      indices.map((index) => `[${this.tensors[index]?.shape.join(', ') ?? ''}]`).join(', ');
    return problem('runtime.shapesDoNotFit', {
      index: this.index,
      operator: this.operator.name,
      inputs: nameShapes(this.operator.inputs),
      outputs: nameShapes(this.operator.outputs),
    });
  }

  noScale(tensor: RuntimeTensor): Problem {
    return problem('runtime.badQuantization', {
      index: this.index,
      operator: this.operator.name,
      tensor: tensor.index,
    });
  }

  private tensorAt(index: number | undefined): RuntimeTensor {
    const tensor = this.tensors[index ?? -1];
    if (!tensor) {
      throw problem('runtime.missingTensor', {
        index: this.index,
        operator: this.operator.name,
        tensor: index ?? -1,
        tensors: this.tensors.length,
      });
    }
    return tensor;
  }
}

/** A usable scale: positive and finite. */
export function isScale(scale: number): boolean {
  return scale > 0 && Number.isFinite(scale);
}

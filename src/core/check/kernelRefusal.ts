import type { TensorType } from '../tflite/model';
import { tfLiteTypeNumber, type TflmOperator } from './kernel';
import { inputTensor, outputTensor, type OperatorPlace } from './subject';
import { kernelsOf, type TargetName } from './target';

/** The types that a kernel looks at, and whether it takes them. `weights` is set for kernels that look at weights. */
export interface KernelTypes {
  readonly accepted: boolean;
  readonly type: TensorType;
  readonly output: TensorType;
  readonly weights?: TensorType;
}

/** Undefined where an operator lacks the tensors that the kernel looks at: then there is nothing to judge. */
export function kernelTypes(place: OperatorPlace, row: TflmOperator): KernelTypes | undefined {
  const { accepts } = row;
  const output = outputTensor(place, 0)?.type;
  const first = inputTensor(place, 0)?.type ?? output;
  switch (accepts.by) {
    case 'anything':
      return first && { accepted: true, type: first, output: output ?? first };
    case 'notString':
      return first && { accepted: first !== 'STRING', type: first, output: output ?? first };
    case 'output':
      return output && { accepted: accepts.types.includes(output), type: output, output };
    case 'input': {
      const type = inputTensor(place, accepts.index)?.type;
      return type && { accepted: accepts.types.includes(type), type, output: output ?? type };
    }
    case 'conversion': {
      const type = inputTensor(place, accepts.from)?.type;
      const accepted = accepts.pairs.some(([from, to]) => from === type && to === output);
      return type && output && { accepted, type, output };
    }
    case 'weights': {
      const type = inputTensor(place, accepts.activation)?.type;
      const weights = inputTensor(place, 1)?.type;
      const accepted = accepts.pairs.some(([from, to]) => from === type && to === weights);
      return type && weights && { accepted, type, output: output ?? type, weights };
    }
  }
}

/** Kernels that CMSIS-NN has of its own, and that print alike: files in tensorflow/lite/micro/kernels/cmsis_nn at 90b983c. */
const cmsisFiles: Readonly<Record<string, string>> = {
  CONV_2D: 'conv.cc',
  DEPTHWISE_CONV_2D: 'depthwise_conv.cc',
  FULLY_CONNECTED: 'fully_connected.cc',
  TRANSPOSE_CONV: 'transpose_conv.cc',
};

/** The line that the kernel would print, with its holes filled. */
export function kernelLog(row: TflmOperator, types: KernelTypes, target: TargetName): string | undefined {
  const { name, accepts, log, pairLog } = row;
  const takesFirst = 'pairs' in accepts && accepts.pairs.some(([from]) => from === types.type);
  const cmsisFile = kernelsOf(target) === 'cmsis-nn' ? cmsisFiles[name] : undefined;
  if (cmsisFile) {
    const said = takesFirst
      ? 'Hybrid models are not supported on TFLite Micro.'
      : 'Input data type not supported';
    return `tensorflow/lite/micro/kernels/cmsis_nn/${cmsisFile} ${said}`;
  }
  return ((takesFirst ? pairLog : undefined) ?? log)
    ?.replace('{type}', types.type)
    .replace('{number}', String(tfLiteTypeNumber[types.type]))
    .replace('{output}', types.output)
    .replace('{outputNumber}', String(tfLiteTypeNumber[types.output]))
    .replace('{weights}', types.weights ?? '');
}

/** Float activations meet integer weights: what converters call dynamic range, and TFLM refuses. */
export function isHybrid(types: KernelTypes): boolean {
  return (
    types.type === 'FLOAT32' &&
    (types.weights === 'INT8' || types.weights === 'UINT8' || types.weights === 'INT4')
  );
}

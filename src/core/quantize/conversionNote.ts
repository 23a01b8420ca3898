/** What was really quantized in a converted file, in words computed from the file's own tensors. */
import type { ConvertedKind } from '../project/run';
import { elementCount, type Model, type Tensor } from '../tflite/model';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { dynamicRangeMinimumElements } from './dynamicRange';

export function conversionNote(kind: ConvertedKind, model: Model): Sentence {
  const weights = weightTensors(model);
  const quantized = weights.filter((tensor) => tensor.type === 'INT8');
  const tensors = weights.length;
  if (kind === 'int8') {
    const isPerChannel = quantized.some((tensor) => (tensor.quantization?.scale.length ?? 0) > 1);
    return isPerChannel
      ? sentence('quantize.noteInt8PerChannel', { tensors })
      : sentence('quantize.noteInt8PerTensor', { tensors });
  }
  if (kind === 'float') return sentence('quantize.noteFloat', { tensors });
  const rule = dynamicRangeMinimumElements;
  if (quantized.length > 0) {
    return sentence('quantize.noteHybrid', { quantized: quantized.length, tensors, rule });
  }
  const largest = weights.reduce((most, tensor) => Math.max(most, elementCount(tensor.shape)), 0);
  return sentence('quantize.noteNothing', { tensors, largest, rule });
}

/** Constant second inputs: what FULLY_CONNECTED, CONV_2D and their like multiply with. */
function weightTensors(model: Model): Tensor[] {
  return model.subgraphs.flatMap((subgraph) => {
    const indices = new Set(subgraph.operators.map((operator) => operator.inputs[1] ?? -1));
    return [...indices]
      .map((index) => subgraph.tensors[index])
      .filter((tensor): tensor is Tensor => (model.buffers[tensor?.buffer ?? 0]?.length ?? 0) > 0);
  });
}

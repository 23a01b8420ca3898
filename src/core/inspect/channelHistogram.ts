import type { Model } from '../tflite/model';
import { histogram, type Histogram } from './histogram';
import { channelsOf, eachChannelRun, tensorCodes } from './tensorValues';

/** The codes of one channel of a constant tensor. Undefined where there is no such channel, or no numbers. */
export function channelHistogram(
  model: Model,
  subgraph: number,
  tensorIndex: number,
  wanted: number,
): Histogram | undefined {
  const tensor = model.subgraphs[subgraph]?.tensors[tensorIndex];
  const codes = tensor && tensorCodes(model, tensor);
  if (!codes || wanted < 0 || wanted >= (tensor.quantization?.scale.length ?? 0)) return undefined;
  // The codes stay what they are: an array of the same kind holds the channel's alone.
  const own = codes.slice();
  let length = 0;
  eachChannelRun(channelsOf(tensor), 0, codes.length, (from, to, channel) => {
    if (channel !== wanted) return;
    own.set(codes.subarray(from, to), length);
    length += to - from;
  });
  return histogram(tensor.type, own.subarray(0, length));
}

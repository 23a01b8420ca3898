import { sentence } from '../../../l10n/sentences';
import { operatorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator, inputTensor, outputTensor } from './subject';

interface FixedScale {
  readonly scale: number;
  readonly zeroPoint: number;
  /** TFLM's check of the zero point or scale, where it has one. */
  readonly zeroPointLog?: (given: number) => string;
  readonly scaleLog?: string;
}

const softmaxFile = 'tensorflow/lite/micro/kernels/softmax_common.cc';
const logisticFile = 'tensorflow/lite/micro/kernels/logistic_common.cc';

/**
 * By operator and input and output type.
 * Source: LiteRT's quantization specification, "Operator specifications", and the kernels at tflite-micro commit 90b983c.
 */
const fixedScales: Readonly<Record<string, FixedScale>> = {
  'SOFTMAX INT8 INT8': {
    scale: 1 / 256,
    zeroPoint: -128,
    zeroPointLog: (given) => `${softmaxFile}:103 output->params.zero_point != -128 (${given} != -128)`,
    scaleLog: `${softmaxFile}:104 output->params.scale == 1.f / 256 was not true.`,
  },
  'SOFTMAX INT8 INT16': { scale: 1 / 65536, zeroPoint: -32768 },
  'SOFTMAX INT16 INT16': { scale: 1 / 32768, zeroPoint: 0 },
  'LOGISTIC INT8 INT8': {
    scale: 1 / 256,
    zeroPoint: -128,
    zeroPointLog: (given) =>
      `${logisticFile}:46 output->params.zero_point != std::numeric_limits<int8_t>::min() (${given} != -128)`,
  },
  'LOGISTIC INT16 INT16': { scale: 1 / 32768, zeroPoint: 0 },
  'TANH INT8 INT8': { scale: 1 / 128, zeroPoint: 0 },
  'TANH INT16 INT16': { scale: 1 / 32768, zeroPoint: 0 },
};

const toleratedShare = 1e-3;

/** SOFTMAX, LOGISTIC and TANH compute for one output scale only; what the file says otherwise is refused or ignored. */
export const fixedOutputScale: Rule = {
  code: 'TML017',
  severity: 'error',
  *check({ model }) {
    for (const place of everyOperator(model)) {
      const output = outputTensor(place, 0);
      const fixed = fixedScales[[place.operator.name, inputTensor(place, 0)?.type, output?.type].join(' ')];
      const scale = output?.quantization?.scale[0];
      const zeroPoint = output?.quantization?.zeroPoint[0];
      if (!fixed || scale === undefined || zeroPoint === undefined) continue;
      const scaleFits = Math.abs(scale - fixed.scale) <= toleratedShare * fixed.scale;
      if (scaleFits && zeroPoint === fixed.zeroPoint) continue;
      const log = zeroPoint === fixed.zeroPoint ? fixed.scaleLog : fixed.zeroPointLog?.(zeroPoint);
      const tensor = place.operator.outputs[0];
      yield {
        subgraph: place.subgraphIndex,
        operator: place.operatorIndex,
        ...(tensor === undefined ? {} : { tensor }),
        message: sentence('check.fixedOutputScale', {
          operator: operatorLabel(place.operator, place.operatorIndex),
          scale: scale.toPrecision(6),
          zeroPoint: String(zeroPoint),
          fixedScale: `1/${Math.round(1 / fixed.scale)}`,
          fixedZeroPoint: String(fixed.zeroPoint),
        }),
        cure: sentence('check.convertAgainCure'),
        ...(log === undefined ? {} : { log }),
      };
    }
  },
};

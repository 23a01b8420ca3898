import { sentence } from '../../../l10n/sentences';
import { floatText } from '../inspect/codeRange';
import { operatorLabel } from '../inspect/displayName';
import type { Rule } from './rule';
import { everyOperator, inputTensor, outputTensor } from './subject';

interface FixedScale {
  readonly scale: number;
  /** The kernel compares it digit by digit; elsewhere it may be off by a thousandth. */
  readonly isExact?: boolean;
  readonly zeroPoint: number;
  /** What TFLM prints where it checks the zero point, or the scale. */
  readonly zeroPointLog?: (given: number) => string;
  readonly scaleLog?: (given: number) => string;
}

const kernels = 'tensorflow/lite/micro/kernels';
const softmaxFile = `${kernels}/softmax_common.cc`;
const logisticFile = `${kernels}/logistic_common.cc`;
const tanhFile = `${kernels}/tanh.cc`;

function zeroPointLog(fileAndLine: string, wanted: number, written = String(wanted)) {
  return (given: number) => `${fileAndLine} output->params.zero_point != ${written} (${given} != ${wanted})`;
}

function nearLog(fileAndLine: string, wanted: number) {
  return (given: number) =>
    `${fileAndLine} output->params.scale not near 1.f / ${1 / wanted} (${given.toFixed(6)} != ${wanted.toFixed(6)})`;
}

/** The scale must be a power of two within a thousandth, and that of 2^−15: two checks, two lines apart. */
function powerOfTwoLog(file: string, line: number) {
  return (given: number) => {
    const exponent = Math.round(Math.log2(given));
    return Math.abs(Math.log2(given) - exponent) < 1e-3
      ? `${file}:${line + 2} output_scale_log2_rounded != -kOutputFractionalBits (${exponent} != -15)`
      : `${file}:${line} CheckedLog2(output->params.scale, &output_scale_log2_rounded) was not true.`;
  };
}

/**
 * By operator and input and output type.
 * Source: LiteRT's quantization specification, "Operator specifications", and the kernels at tflite-micro commit 90b983c.
 */
const fixedScales: Readonly<Record<string, FixedScale>> = {
  'SOFTMAX INT8 INT8': {
    scale: 1 / 256,
    isExact: true,
    zeroPoint: -128,
    zeroPointLog: zeroPointLog(`${softmaxFile}:103`, -128),
    scaleLog: () => `${softmaxFile}:104 output->params.scale == 1.f / 256 was not true.`,
  },
  'SOFTMAX INT8 INT16': {
    scale: 1 / 65536,
    zeroPoint: -32768,
    zeroPointLog: zeroPointLog(`${softmaxFile}:98`, -32768),
    scaleLog: nearLog(`${softmaxFile}:99`, 1 / 65536),
  },
  'SOFTMAX INT16 INT16': {
    scale: 1 / 32768,
    zeroPoint: 0,
    zeroPointLog: zeroPointLog(`${softmaxFile}:57`, 0),
    scaleLog: nearLog(`${softmaxFile}:93`, 1 / 32768),
  },
  'LOGISTIC INT8 INT8': {
    scale: 1 / 256,
    zeroPoint: -128,
    zeroPointLog: zeroPointLog(`${logisticFile}:46`, -128, 'std::numeric_limits<int8_t>::min()'),
  },
  'LOGISTIC INT16 INT16': {
    scale: 1 / 32768,
    zeroPoint: 0,
    zeroPointLog: zeroPointLog(`${logisticFile}:71`, 0),
    scaleLog: powerOfTwoLog(logisticFile, 101),
  },
  'TANH INT8 INT8': { scale: 1 / 128, zeroPoint: 0 },
  'TANH INT16 INT16': {
    scale: 1 / 32768,
    zeroPoint: 0,
    zeroPointLog: zeroPointLog(`${tanhFile}:90`, 0),
    scaleLog: powerOfTwoLog(tanhFile, 123),
  },
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
      const tolerated = fixed.isExact ? 0 : toleratedShare * fixed.scale;
      const scaleFits = Math.abs(scale - fixed.scale) <= tolerated;
      if (scaleFits && zeroPoint === fixed.zeroPoint) continue;
      const log = zeroPoint === fixed.zeroPoint ? fixed.scaleLog?.(scale) : fixed.zeroPointLog?.(zeroPoint);
      const tensor = place.operator.outputs[0];
      yield {
        subgraph: place.subgraphIndex,
        operator: place.operatorIndex,
        ...(tensor === undefined ? {} : { tensor }),
        message: sentence('check.fixedOutputScale', {
          operator: operatorLabel(place.operator, place.operatorIndex),
          scale: floatText(scale),
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

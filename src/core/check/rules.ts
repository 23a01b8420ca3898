import { arrayAlignment } from './arrayAlignment';
import { arrayLength } from './arrayLength';
import { biasScale } from './biasScale';
import { bufferShort } from './bufferShort';
import { concatenationInputs } from './concatenationInputs';
import { customOptions } from './customOptions';
import { dynamicShape } from './dynamicShape';
import { fixedOutputScale } from './fixedOutputScale';
import { floatInterface } from './floatInterface';
import { fourBitTensor } from './fourBitTensor';
import { fusedActivation } from './fusedActivation';
import { hybridModel } from './hybridModel';
import { operatorMissing } from './operatorMissing';
import { perChannelDense } from './perChannelDense';
import { quantizationLengths } from './quantizationLengths';
import { quantizedDimension } from './quantizedDimension';
import { resourceVariables } from './resourceVariables';
import type { Rule } from './rule';
import { scaleUnusable } from './scaleUnusable';
import { scratchBuffers } from './scratchBuffers';
import { tensorAlignment } from './tensorAlignment';
import { typesRefused } from './typesRefused';

/** Every rule, in the order of the codes. */
export const rules: readonly Rule[] = [
  operatorMissing,
  typesRefused,
  hybridModel,
  floatInterface,
  dynamicShape,
  resourceVariables,
  perChannelDense,
  fourBitTensor,
  quantizationLengths,
  scaleUnusable,
  biasScale,
  bufferShort,
  quantizedDimension,
  tensorAlignment,
  arrayAlignment,
  arrayLength,
  fixedOutputScale,
  scratchBuffers,
  customOptions,
  fusedActivation,
  concatenationInputs,
];

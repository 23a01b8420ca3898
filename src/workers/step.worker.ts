/** Entry point of the worker that takes one step with a trained model: its data may have a million rows. */
import { comparePredictions } from '../jobs/comparePredictions';
import { exportProgram } from '../jobs/exportProgram';
import { quantizeFile } from '../jobs/quantizeFile';
import { runProgram } from '../jobs/runProgram';
import type { StepClientSide, StepWorkerSide } from '../protocol/stepWorker';
import { hostChannel } from './hostChannel';
import { yieldToWindow } from './yieldToWindow';

yieldToWindow();
hostChannel<StepWorkerSide, StepClientSide>({
  quantize: quantizeFile,
  compare: comparePredictions,
  run: runProgram,
  exportProgram,
});

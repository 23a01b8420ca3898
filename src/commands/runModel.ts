/** "TinyML: Run Model": the model's program, run by our interpreter; what it prints and writes stands in the output. */
import * as vscode from 'vscode';
import type { Features } from '../host/features';
import { fileNameOf } from '../host/inspector/fileNameOf';
import { readModelFile } from '../host/inspector/readModelFile';
import { sentence } from '../../l10n/sentences';

const firstLines = 20;

export const runModel = (features: Features) => {
  let output: vscode.OutputChannel | undefined;
  return async (chosen?: unknown): Promise<void> => {
    const { say, context } = features;
    const { stepModel } = await import('../host/project/stepModel');
    const model = await stepModel(features, chosen);
    if (!model) return;
    const [{ projectIfAny }, { takeStep }] = await Promise.all([
      import('../host/project/modelProject'),
      import('../host/project/takeStep'),
    ]);
    const bytes = await readModelFile(model);
    const source = await projectIfAny(features, model);
    const { printed, written } = await takeStep(features, model, 'run', { bytes, ...(source && { source }) });
    if (!output) {
      output = vscode.window.createOutputChannel(say(sentence('steps.run.channel')));
      context.subscriptions.push(output);
    }
    const head = sentence('steps.run.printed', { file: fileNameOf(model), lines: printed.length });
    const tail = sentence('steps.run.written', { lines: Math.min(firstLines, written.length) });
    // One call, so that the channel never shows half of it.
    output.replace([say(head), ...printed, '', say(tail), ...written.slice(0, firstLines), ''].join('\n'));
    output.show(true);
  };
};

import { sentence, type Sentence } from '../../../l10n/sentences';
import type { Model, Tensor } from '../tflite/model';
import { shapeText } from './displayName';
import { modelFacts } from './modelFacts';

/** "int8 image classifier, 96×96×1 → 2 classes, 300 KB, 31 operators, 7.2 M MACs". */
export function summary(model: Model, fileBytes: number): Sentence {
  const { format, task, input, output, operators, macs } = modelFacts(model);
  const common = {
    format,
    input: sampleShape(input),
    size: byteText(fileBytes),
    operators,
    macs: countText(macs),
  };
  const classes = output?.shape.at(-1) ?? 0;
  switch (task) {
    case 'imageClassifier':
      return sentence('inspect.summaryImageClassifier', { ...common, classes });
    case 'classifier':
      return sentence('inspect.summaryClassifier', { ...common, classes });
    case 'unknown':
      return sentence('inspect.summaryModel', { ...common, output: sampleShape(output) });
  }
}

/** A shape without its batch dimension of 1. */
function sampleShape(tensor: Tensor | undefined): string {
  if (!tensor) return '?';
  const { shape } = tensor;
  return shapeText(shape.length > 1 && shape[0] === 1 ? shape.slice(1) : shape);
}

/** `976 B`, `2.7 KB`, `300 KB`, `3.9 MB`: decimal units, never rounded up. */
export function byteText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [unit, name] = bytes < 1e6 ? [1e3, 'KB'] : bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
  const amount = bytes / unit;
  return `${amount < 100 ? Math.floor(amount * 10) / 10 : Math.floor(amount)} ${name}`;
}

/** `512`, `7.2 M`: three figures at most. */
export function countText(count: number): string {
  if (count < 1000) return String(count);
  const [unit, name] = count < 999.5e3 ? [1e3, 'k'] : count < 999.5e6 ? [1e6, 'M'] : [1e9, 'G'];
  const amount = count / unit;
  return `${amount < 99.95 ? amount.toFixed(1).replace(/\.0$/, '') : amount.toFixed(0)} ${name}`;
}

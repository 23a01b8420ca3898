import { sentence, type Sentence } from '../../../l10n/sentences';
import { elementCount, type Model, type Tensor } from '../tflite/model';
import { codeRange, floatText } from './codeRange';
import { shapeText, tensorLabel } from './displayName';
import { feedingSnippets, mostFed, type FeedingSnippets } from './feedingSnippets';
import { readMetadata, type ModelMetadata, type TensorMetadata } from './metadataReader';
import type { OpenedModel } from './openModel';
import { readZipTail, type ZipTail } from './zipTail';

/** How to feed a model and read its answer. */
export interface FeedingView {
  /** From TFLite metadata; absent where the file has none. Texts come from the file: show them as plain text. */
  readonly about?: ModelMetadata['about'];
  readonly inputs: readonly FedTensor[];
  readonly outputs: readonly FedTensor[];
  readonly snippets: FeedingSnippets;
}

export interface FedTensor {
  /** 0-based: `interpreter.input(position)`. */
  readonly position: number;
  readonly tensor: number;
  readonly label: string;
  readonly type: string;
  readonly shape: readonly number[];
  /** In order: what to hand over, what a code stands for, normalisation, range. */
  readonly words: readonly Sentence[];
  /** What the file does not say. */
  readonly missing: readonly Sentence[];
  readonly description?: string;
  readonly labels?: readonly string[];
}

/** Of the main subgraph. `fileName` goes into the Python snippet. */
export function feedingView({ bytes, model }: OpenedModel, fileName: string): FeedingView {
  const entry = model.metadata.find(({ name }) => name === 'TFLITE_METADATA');
  const metadata = entry && readMetadata(model.buffers[entry.buffer] ?? new Uint8Array(0));
  const labels = new LabelFiles(metadata && readZipTail(bytes));
  const side = (which: 'inputs' | 'outputs') => fedTensors(model, which, metadata, labels);
  return {
    ...(metadata ? { about: metadata.about } : {}),
    inputs: side('inputs'),
    outputs: side('outputs'),
    snippets: feedingSnippets(model, fileName),
  };
}

function fedTensors(
  model: Model,
  side: 'inputs' | 'outputs',
  metadata: ModelMetadata | undefined,
  labelFiles: LabelFiles,
): readonly FedTensor[] {
  const main = model.subgraphs[0];
  return (main?.[side] ?? []).slice(0, mostFed).flatMap((index, position): FedTensor | [] => {
    const tensor = main?.tensors[index];
    if (!tensor) return [];
    const known = metadata?.[side][position];
    const labels = known && labelFiles.of(known);
    return {
      position,
      tensor: index,
      label: tensorLabel(tensor, index),
      type: tensor.type,
      shape: tensor.shape,
      words: [...storageWords(tensor, side), ...meaningWords(known)],
      missing: missingWords(tensor, side, known, labels),
      ...(known?.description === undefined ? {} : { description: known.description }),
      ...(labels ? { labels } : {}),
    };
  });
}

function storageWords(tensor: Tensor, side: 'inputs' | 'outputs'): readonly Sentence[] {
  const what = { count: elementCount(tensor.shape), type: tensor.type, shape: shapeText(tensor.shape) };
  const first =
    side === 'inputs' ? sentence('inspect.feedValues', what) : sentence('inspect.readValues', what);
  const scale = tensor.quantization?.scale[0];
  if (scale === undefined) return [first];
  const zeroPoint = tensor.quantization?.zeroPoint[0] ?? 0;
  const range = codeRange[tensor.type];
  const words = { scale: floatText(scale), zeroPoint: String(zeroPoint) };
  if (!range) return [first, sentence('inspect.codeMeaning', words)];
  const [lowest, highest] = range;
  return [
    first,
    sentence('inspect.codeMeaningInRange', {
      ...words,
      lowest: String(lowest),
      highest: String(highest),
      from: floatText(scale * (lowest - zeroPoint), 4),
      to: floatText(scale * (highest - zeroPoint), 4),
    }),
  ];
}

function meaningWords(known: TensorMetadata | undefined): readonly Sentence[] {
  if (!known) return [];
  const { normalization, colorSpace, minimum, maximum, dimensionNames } = known;
  const words: Sentence[] = [];
  if (colorSpace === 'RGB') words.push(sentence('inspect.colorRgb'));
  if (colorSpace === 'GRAYSCALE') words.push(sentence('inspect.colorGrayscale'));
  if (normalization) {
    words.push(
      sentence('inspect.normalization', {
        mean: listText(normalization.mean),
        std: listText(normalization.std),
      }),
    );
  }
  if (minimum.length > 0 && maximum.length > 0) {
    words.push(sentence('inspect.recordedRange', { minimum: listText(minimum), maximum: listText(maximum) }));
  }
  if (dimensionNames.length > 0)
    words.push(sentence('inspect.dimensionNames', { names: dimensionNames.join(', ') }));
  return words;
}

function missingWords(
  tensor: Tensor,
  side: 'inputs' | 'outputs',
  known: TensorMetadata | undefined,
  labels: readonly string[] | undefined,
): readonly Sentence[] {
  const missing: Sentence[] = [];
  if (!known?.description && !known?.normalization) missing.push(sentence('inspect.meaningNotRecorded'));
  if (side === 'inputs' && !known?.normalization) missing.push(sentence('inspect.normalizationNotRecorded'));
  if (side === 'outputs' && !labels && (tensor.shape.at(-1) ?? 0) > 1)
    missing.push(sentence('inspect.labelsNotRecorded'));
  return missing;
}

const mostLabels = 10_000;

/** Of all tensors together: a thousand of them may name the same file. */
const mostLabelBytes = 4_000_000;

class LabelFiles {
  private bytesLeft = mostLabelBytes;

  constructor(private readonly zip: ZipTail | undefined) {}

  /** One label a line. */
  of({ files }: TensorMetadata): readonly string[] | undefined {
    const file = files.find(({ kind }) => kind === 'axisLabels' || kind === 'valueLabels');
    const content = file && this.zip?.files.find(({ name }) => name === file.name)?.content;
    if (!content || content.length > this.bytesLeft) return undefined;
    this.bytesLeft -= content.length;
    const lines = new TextDecoder().decode(content).split(/\r?\n/, mostLabels + 1);
    if (lines.at(-1) === '') lines.pop();
    return lines.slice(0, mostLabels);
  }
}

function listText(values: readonly number[]): string {
  return values.map((value) => floatText(value, 6)).join(', ');
}

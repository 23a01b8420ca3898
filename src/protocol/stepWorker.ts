/** Between the extension host and the worker that takes one step with a trained model: quantize, compare, run or export it. */
import type { CsvSamples } from '../core/data/csvSamples';
import type { Project } from '../core/project/project';
import type { Sentence } from '../../l10n/sentences';

/** What a model was trained with. */
export interface ProjectSource {
  readonly project: Project;
  /** The columns of the file, where the project's data is one. */
  readonly table?: CsvSamples;
}

/** `float` is the `.tflite` to quantize. The ranges of int8 are measured with the training data of its project. */
export type QuantizeRequest =
  | { readonly how: 'quantized'; readonly float: Uint8Array }
  | { readonly how: 'int8'; readonly float: Uint8Array; readonly source: ProjectSource };

export interface QuantizedFile {
  readonly bytes: Uint8Array;
  readonly note: Sentence;
}

export interface CompareRequest {
  readonly models: readonly {
    /** What its column is called. */
    readonly name: string;
    readonly bytes: Uint8Array;
  }[];
  readonly source: ProjectSource;
}

export interface Comparison {
  readonly models: readonly { readonly name: string; readonly mse: number; readonly mae: number }[];
  /** Of the test split. */
  readonly samples: number;
  /** Columns: the first input, the actual target, one for each model; rows in the order of the first input. */
  readonly csv: string;
}

export interface RunRequest {
  readonly bytes: Uint8Array;
  /** Absent where nobody knows the project: the program then feeds the tutorial's x. */
  readonly source?: ProjectSource;
}

export interface ProgramOutput {
  /** A line `x:%f, y:%f` for each inference. */
  readonly printed: readonly string[];
  /** The lines of `data.csv`. */
  readonly written: readonly string[];
}

export interface ExportRequest extends RunRequest {
  /** Of the model, for example `sine_model_int8.tflite`. */
  readonly fileName: string;
}

export interface StepClientSide {
  readonly event: { readonly type: never };
  readonly requests: {
    readonly quantize: { readonly params: QuantizeRequest; readonly result: QuantizedFile };
    readonly compare: { readonly params: CompareRequest; readonly result: Comparison };
    readonly run: { readonly params: RunRequest; readonly result: ProgramOutput };
    /** Files by path, relative to the program's folder. */
    readonly exportProgram: {
      readonly params: ExportRequest;
      readonly result: ReadonlyMap<string, Uint8Array>;
    };
  };
}

export type Steps = StepClientSide['requests'];

export interface StepWorkerSide {
  readonly event: { readonly type: never };
  readonly requests: Readonly<Record<string, never>>;
}

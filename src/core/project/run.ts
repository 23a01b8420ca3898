/** A run: what training a project gave, from the drawn data to the files. The page, the terminal and `report` all read this. */
import type { History } from '../nn/engine';
import type { FitSnapshots } from '../nn/fitSnapshots';
import type { LayerRow, ModelWeights } from '../nn/model';
import type { LayerCodes } from '../quantize/layerCodes';
import type { Sentence } from '../../../l10n/sentences';

/** The drawn data, in the order of the shuffle; [0, trainEnd) trains, [trainEnd, testEnd) tests, the rest validates. */
export interface RunData {
  /** One entry per sample: what charts draw; where a sample has several inputs, the first of them. */
  readonly x: Float32Array;
  /** Before noise: the curve the network should find. Nobody knows it where the data comes from a file. */
  readonly clean?: Float32Array;
  readonly y: Float32Array;
  readonly trainEnd: number;
  readonly testEnd: number;
  /** Only of a file. */
  readonly table?: RunTable;
}

/** What a CSV file adds: all inputs of a sample, and what its columns are called. */
export interface RunTable {
  /** [samples, inputNames.length], row-major, in the order of the shuffle. */
  readonly inputs: Float32Array;
  readonly inputNames: readonly string[];
  readonly targetName: string;
}

export interface RunModel {
  readonly name: string;
  readonly layers: readonly LayerRow[];
  readonly parameters: number;
  /** As asked for; `history` has fewer entries while training and after a stop. */
  readonly epochs: number;
  readonly history: History;
  /** What it said at the data's fit points while it learned, where somebody watches: while training the newest alone. */
  readonly snapshots?: FitSnapshots;
  readonly result?: RunModelResult;
}

export interface RunModelResult {
  readonly seconds: number;
  readonly stopped: boolean;
  /** 1-based epoch with the lowest val_loss. */
  readonly bestEpoch: number;
  readonly testMse: number;
  readonly testMae: number;
  /** Predictions for every x of `RunData`, in its order. */
  readonly predictions: Float32Array;
  /** Where the neurons of a first ReLU layer bend (−bias / weight), one each; only where a sample has one input. */
  readonly bends?: Float32Array;
  /** Those that predict, one entry per layer; absent where there are more than anybody reads (`mostShownParameters`). */
  readonly weights?: ModelWeights;
}

/** A state is sent to the page and kept as a whole: of a larger network, the weights stand in its files only. */
export const mostShownParameters = 100_000;

/** The last ones, to compare with each other. */
export const mostKeptTrainings = 10;

export type ConvertedKind = 'float' | 'quantized' | 'int8';

/** A converted file of the last model. */
export interface RunConverted {
  readonly kind: ConvertedKind;
  readonly path: string;
  readonly bytes: number;
  readonly testMse: number;
  readonly testMae: number;
  /** Predictions for the test split. */
  readonly predictions: Float32Array;
  /** What was really quantized, in words computed from the file. */
  readonly note: Sentence;
  /** Of the int8 file, one entry per layer; absent where there are more than anybody reads (`mostShownParameters`). */
  readonly codes?: readonly LayerCodes[];
}

export interface RunFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
}

/** What the device prints: the lines of `data.csv`. */
export interface DeviceCurve {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

import type { Model } from '../tflite/model';
import { realValues, tensorCodes } from './tensorValues';

/** Some values of a constant tensor, in the order of the file. */
export interface ValuesPage {
  readonly offset: number;
  /** Elements in the whole tensor. */
  readonly total: number;
  readonly values: Float64Array;
}

export interface ValuesQuery {
  readonly subgraph: number;
  readonly tensor: number;
  readonly offset: number;
  readonly count: number;
  /** Real values, or the stored codes. */
  readonly kind: 'real' | 'raw';
}

const largestPage = 10_000;

/** Undefined where the tensor holds no numbers. */
export function valuesPage(model: Model, query: ValuesQuery): ValuesPage | undefined {
  const tensor = model.subgraphs[query.subgraph]?.tensors[query.tensor];
  const codes = tensor && tensorCodes(model, tensor);
  if (!codes) return undefined;
  const offset = Math.min(Math.max(0, Math.floor(query.offset)), codes.length);
  const count = Math.min(Math.max(0, Math.floor(query.count)), largestPage);
  const values =
    query.kind === 'real'
      ? realValues(tensor, codes, offset, count)
      : Float64Array.from(codes.subarray(offset, offset + count));
  return { offset, total: codes.length, values };
}

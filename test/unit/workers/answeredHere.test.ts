import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Model, Tensor } from '../../../src/core/tflite/model';
import { TableWriter } from '../../../src/core/tflite/tableWriter';
import { writeModel } from '../../../src/core/tflite/write';
import { isAnsweredHere, mostBytesHere } from '../../../src/workers/answeredHere';
import { ModelSummaryService } from '../../../src/workers/modelSummaryService';
import { describeShared, sharedPath } from '../../shared';
import { milliseconds } from '../../processorTime';

const longestMs = 100;

/** What the extension host does by itself when a file is opened, which holds up every other extension. */
function hostMs(bytes: Uint8Array): number {
  return milliseconds(() => {
    if (!isAnsweredHere(bytes)) return;
    const service = new ModelSummaryService();
    const { kind } = service.open({ bytes, fileName: 'model.tflite' });
    if (kind === 'model') service.findings({ target: 'cortex-m-ref', overrides: {} });
  });
}

const tensor: Tensor = { name: '', type: 'INT8', shape: [1], buffer: 0, isVariable: false };
const empty: Model = {
  version: 3,
  description: '',
  subgraphs: [],
  buffers: [],
  metadata: [],
  signatures: [],
};
const subgraph = { name: '', tensors: [tensor], inputs: [0], outputs: [0], operators: [] };

/** Files of at most a megabyte with `count` of something. */
const crowds: Readonly<Record<string, (count: number) => Uint8Array>> = {
  tensors: (count) =>
    writeModel({ ...empty, subgraphs: [{ ...subgraph, tensors: new Array<Tensor>(count).fill(tensor) }] }),
  operators: (count) => {
    const operator = { name: 'ADD', version: 1, inputs: [0, 0], outputs: [0] } as const;
    return writeModel({
      ...empty,
      subgraphs: [{ ...subgraph, operators: new Array<typeof operator>(count).fill(operator) }],
    });
  },
  subgraphs: (count) => writeModel({ ...empty, subgraphs: new Array<typeof subgraph>(count).fill(subgraph) }),
  buffers: (count) =>
    writeModel({ ...empty, buffers: Array.from({ length: count }, () => new Uint8Array(0)) }),
  'operators with long lists of inputs': (count) => {
    const writer = new TableWriter(1024);
    const inputs = writer.scalars(new Array<number>(1000).fill(0), 'int');
    const operator = writer.table('Operator', { inputs, outputs: inputs });
    const tensors = writer.offsets([writer.table('Tensor', { shape: writer.scalars([1], 'int') })]);
    const operators = writer.offsets(new Array<number>(count).fill(operator));
    const subgraphs = writer.offsets([writer.table('SubGraph', { tensors, operators })]);
    const codes = writer.offsets([writer.table('OperatorCode', {})]);
    return writer.finish(writer.table('Model', { version: 3, subgraphs, operator_codes: codes }));
  },
};

describe('the extension host', () => {
  it.each(Object.keys(crowds))(`is not held up over ${longestMs} ms by any number of %s`, (kind) => {
    const slowest = [100, 400, 1600, 2400, 6400, 25_600, 80_000].map((count) => {
      const bytes = crowds[kind]!(count);
      return bytes.length <= mostBytesHere ? hostMs(bytes) : 0;
    });
    expect(Math.max(...slowest)).toBeLessThan(longestMs);
    expect(slowest.filter((ms) => ms > 0).length, 'files that were small enough').toBeGreaterThan(4);
  });

  describeShared('for the public models', () => {
    it('answers itself wherever a model is small', () => {
      const models = readdirSync(sharedPath('models')).filter((name) => name.endsWith('.tflite'));
      for (const name of models) {
        const bytes = new Uint8Array(readFileSync(sharedPath(`models/${name}`)));
        expect(isAnsweredHere(bytes), name).toBe(bytes.length <= mostBytesHere);
        expect(hostMs(bytes), name).toBeLessThan(longestMs);
      }
    });
  });
});

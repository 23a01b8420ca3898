/** Small files whose views would be enormous: many offsets may lead to one text, one list or one tensor. */
import { Builder } from 'flatbuffers';
import { describe, expect, it } from 'vitest';
import { checkModel } from '../../../src/core/check/check';
import { feedingView } from '../../../src/core/inspect/feeding';
import { graphView } from '../../../src/core/inspect/graph';
import { readMetadata } from '../../../src/core/inspect/metadataReader';
import { operatorRows } from '../../../src/core/inspect/operators';
import { sizeView } from '../../../src/core/inspect/size';
import { channelsOf } from '../../../src/core/inspect/tensorValues';
import type { Model } from '../../../src/core/tflite/model';
import { readPartly } from '../../../src/core/tflite/read';
import { writeModel } from '../../../src/core/tflite/write';
import { milliseconds } from '../../processorTime';
import { model } from '../check/modelBuilder';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function withTensor(made: Model, index: number, change: object): Model {
  const subgraphs = made.subgraphs.map((subgraph) => ({
    ...subgraph,
    tensors: subgraph.tensors.map((tensor, at) => (at === index ? { ...tensor, ...change } : tensor)),
  }));
  return { ...made, subgraphs };
}

describe('hostile models', () => {
  it('have no slices along a dimension when a later one has no elements', () => {
    for (const none of [0, -1, -7]) {
      const [tensor] = model([{ shape: [4, none], scale: [1, 1, 1, 1] }], []).subgraphs[0]?.tensors ?? [];
      expect(tensor && channelsOf(tensor).count).toBe(1);
    }
  });

  it('draw a tensor that a thousand operators write and a thousand read with an edge to each reader', () => {
    const written = range(1000).map(() => ({ name: 'RELU', inputs: [0], outputs: [1] }));
    const read = range(1000).map(() => ({ name: 'RELU', inputs: [1], outputs: [2] }));
    const graph = graphView(model([{}, {}, {}], [...written, ...read]), 0);
    expect(graph?.edges).toHaveLength(2000 + 1);
  });

  it('show a name of a megabyte once, not beside each of a thousand operands', () => {
    const name = 'n'.repeat(1_000_000);
    const made = withTensor(
      model([{}, {}], [{ name: 'ADD_N', inputs: range(5000).map(() => 0), outputs: [1] }]),
      0,
      { name },
    );
    expect(JSON.stringify(operatorRows(made)).length).toBeLessThan(2_000_000);
  });

  it('list no more operands than a sound model has', () => {
    const inputs = range(10_000).map(() => 0);
    const rows = operatorRows(
      model(
        [{}, {}],
        range(100).map(() => ({ name: 'ADD_N', inputs, outputs: [1] })),
      ),
    );
    expect(rows).toHaveLength(100);
    expect(rows.reduce((sum, row) => sum + row.inputs.length + row.outputs.length, 0)).toBeLessThan(500_000);
  });

  it('are fed with no more tensors than a sound model has', () => {
    const inputs = range(50_000).map(() => 0);
    const opened = { bytes: new Uint8Array(0), model: model([{}, {}], [], inputs, inputs), damage: [] };
    expect(JSON.stringify(feedingView(opened, 'x.tflite')).length).toBeLessThan(2_000_000);
  });

  it('are told of a tensor of thousands of dimensions, and it is shown with the first of them', () => {
    const bytes = writeModel(model([{ shape: range(5000).map(() => 1) }], []));
    const { model: read, damage } = readPartly(bytes);
    expect(damage.map(({ sentence: { id }, trace }) => [id, trace])).toEqual([
      ['tflite.tooManyDimensions', 'subgraph 0 > tensor 0'],
    ]);
    expect(read.subgraphs[0]?.tensors[0]?.shape).toHaveLength(64);
  });

  it('are checked in time that does not grow with inputs times operators', () => {
    const tensors = range(20_000).map(() => ({ type: 'FLOAT32' as const, shape: [1] }));
    const operators = range(20_000).map(() => ({ name: 'RELU', inputs: [0], outputs: [1] }));
    const made = model(tensors, operators, range(20_000), range(20_000));
    expect(milliseconds(() => void checkModel({ model: made, target: 'cortex-m-ref' }))).toBeLessThan(2000);
  });

  it('are checked in time that does not grow with operators times scales', () => {
    const made = model(
      [
        { scale: [1], zeroPoint: [0] },
        { shape: [1_000_000, 1], scale: range(1_000_000).map(() => 1), bytes: new Uint8Array(1_000_000) },
        { type: 'INT32', shape: [1], scale: [1], bytes: new Uint8Array(4) },
        { scale: [1], zeroPoint: [0] },
      ],
      range(2000).map(() => ({ name: 'CONV_2D', inputs: [0, 1, 2], outputs: [3] })),
    );
    expect(milliseconds(() => void checkModel({ model: made, target: 'cortex-m-ref' }))).toBeLessThan(2000);
  });

  it('have buffers that overlap looked through once, not each of them', () => {
    const bytes = new Uint8Array(1_000_000);
    const buffers = range(5000).map((start) => bytes.subarray(start));
    const opened = { bytes, model: { ...model([], []), buffers }, damage: [] };
    expect(milliseconds(() => void sizeView(opened))).toBeLessThan(1000);
  });
});

describe('hostile metadata', () => {
  it('gives no more text than its limits, however often an offset leads to it', () => {
    const builder = new Builder(1024);
    const vector = (offset: number, count: number): number => {
      builder.startVector(4, count, 4);
      for (let index = 0; index < count; index++) builder.addOffset(offset);
      return builder.endVector();
    };
    const table = (slots: Readonly<Record<number, number>>): number => {
      builder.startObject(8);
      for (const [slot, offset] of Object.entries(slots)) builder.addFieldOffset(Number(slot), offset, 0);
      return builder.endObject();
    };
    const names = vector(builder.createString('x'.repeat(4000)), 1000);
    const tensor = table({ 2: names });
    builder.finish(table({ 3: vector(table({ 2: vector(tensor, 1000) }), 1) }), 'M001');
    const bytes = builder.asUint8Array();
    expect(bytes.length).toBeLessThan(20_000);
    const read = readMetadata(bytes);
    expect(JSON.stringify(read).length).toBeLessThan(5_000_000);
    expect(read?.inputs[0]?.dimensionNames[0]).toHaveLength(4000);
  });
});

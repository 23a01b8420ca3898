/** Files made to exhaust whoever reads them, and files that keep their data behind the FlatBuffer. */
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import { readModel, readPartly } from '../../../src/core/tflite/read';
import { TableWriter } from '../../../src/core/tflite/tableWriter';
import { verifyModel } from '../../../src/core/tflite/verify/verifyModel';
import { writeModel } from '../../../src/core/tflite/write';
import { milliseconds } from '../../processorTime';
import { tutorialModel } from './tutorialModel';

function partlyReadMs(bytes: Uint8Array): number {
  return milliseconds(() => {
    verifyModel(bytes);
    readPartly(bytes);
  });
}

describe('hostile files', () => {
  const repeated = (writer: TableWriter, offset: number, count: number): number =>
    writer.offsets(new Array<number>(count).fill(offset));

  it('a table that is reached by many ways is not walked for each of them', () => {
    const writer = new TableWriter(1024);
    const tensor = writer.table('Tensor', { shape: writer.scalars([1, 2, 3], 'int') });
    const subgraph = writer.table('SubGraph', { tensors: repeated(writer, tensor, 10_000) });
    const bytes = writer.finish(
      writer.table('Model', { version: 3, subgraphs: repeated(writer, subgraph, 10_000) }),
    );
    expect(verifyModel(bytes)).toMatchObject({ ok: false, issues: [{ kind: 'limit' }] });
    expect(partlyReadMs(bytes)).toBeLessThan(100);
  });

  it('a vector that is reached by many ways is not copied for each of them', () => {
    const writer = new TableWriter(1024);
    const shape = writer.scalars(
      Array.from({ length: 100_000 }, (_, index) => index),
      'int',
    );
    const tensors = Array.from({ length: 10_000 }, () => writer.table('Tensor', { shape }));
    const subgraph = writer.table('SubGraph', { tensors: writer.offsets(tensors) });
    const bytes = writer.finish(writer.table('Model', { version: 3, subgraphs: writer.offsets([subgraph]) }));
    expect(verifyModel(bytes)).toMatchObject({ ok: false, issues: [{ kind: 'limit' }] });
    expect(partlyReadMs(bytes)).toBeLessThan(100);
  });

  it('a name of a megabyte with markup is a name', () => {
    const name = '<script>alert(1)</script>\u202e=1+1'.repeat(35_000);
    const model = tutorialModel({ type: 'FLOAT32', named: true });
    const written = writeModel({ ...model, description: name });
    expect(readModel(written).description).toBe(name);
  });

  it('100,000 tables are fine', () => {
    const model = tutorialModel({ type: 'INT8', named: false });
    const [subgraph] = model.subgraphs;
    if (subgraph === undefined) throw new Error('The tutorial’s model has a subgraph.');
    const tensors = Array.from({ length: 50_000 }, (_, index) => ({
      name: `tensor ${index}`,
      type: 'INT8' as const,
      shape: [1, index],
      buffer: 0,
      quantization: { scale: Float32Array.of(index + 1), zeroPoint: [index], quantizedDimension: 0 },
      isVariable: false,
    }));
    const bytes = writeModel({
      ...model,
      subgraphs: [{ ...subgraph, tensors: [...subgraph.tensors, ...tensors] }],
    });
    const verified = verifyModel(bytes);
    expect(verified.ok && verified.tables).toBeGreaterThan(100_000);
  });
});

describe('data behind the FlatBuffer', () => {
  /** A model whose buffer 1 is said to be `size` bytes at `offset` of the file. */
  function withDistantBuffer(offset: number, size: number): Uint8Array {
    const writer = new TableWriter(256);
    const buffers = [writer.table('Buffer', {}), writer.table('Buffer', { offset, size })];
    return writer.finish(writer.table('Model', { version: 3, buffers: writer.offsets(buffers) }));
  }
  const head = withDistantBuffer(4096, 8).length;

  it('is read where it is given', () => {
    const bytes = new Uint8Array(head + 8);
    bytes.set(withDistantBuffer(head, 8));
    bytes.set([1, 2, 3, 4, 5, 6, 7, 8], head);
    expect(Array.from(readModel(bytes).buffers[1] ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is named where only the beginning of a file of 3 GB is given', () => {
    const bytes = withDistantBuffer(2 ** 31, 2 ** 30);
    const model = readModel(bytes, { fileBytes: 3 * 2 ** 30 });
    expect(model.distantBuffers).toEqual([{ buffer: 1, offset: 2 ** 31, bytes: 2 ** 30 }]);
    expect(() => writeModel(model)).toThrow(Problem);
  });

  it('is refused where it is outside the file', () => {
    const verified = verifyModel(withDistantBuffer(head, 8));
    expect(verified).toMatchObject({ ok: false, issues: [{ kind: 'buffer', trace: 'buffer 1' }] });
  });
});

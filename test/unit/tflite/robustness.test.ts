import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import { readModel, readPartly } from '../../../src/core/tflite/read';
import { verifyModel } from '../../../src/core/tflite/verify/verifyModel';
import { writeModel } from '../../../src/core/tflite/write';
import { describeShared, sharedPath } from '../../shared';
import { attack, type AttackTally } from './attack';
import { everyByteAndOneBit, everyTruncation, mutated, randomMutations } from './mutations';
import { tutorialModel } from './tutorialModel';
import { milliseconds } from '../../processorTime';

const modelBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(sharedPath(`models/${name}`)));

function report(what: string, { files, accepted, slowestMs }: AttackTally): void {
  console.log(`${what}: ${files} files, ${accepted} sound, slowest answer ${slowestMs.toFixed(2)} ms`);
  expect(slowestMs).toBeLessThan(100);
}

describeShared('damaged files get an answer, never an exception', () => {
  it('hello_world_int8: every byte, and one bit of each', () => {
    const sound = modelBytes('hello_world_int8.tflite');
    const tally = attack(sound, everyByteAndOneBit(sound));
    report('every byte and one bit of each of hello_world_int8.tflite', tally);
    expect(tally.files).toBe(2 * sound.length);
  });

  it('hello_world_int8: every truncation', () => {
    const sound = modelBytes('hello_world_int8.tflite');
    const tally = attack(sound, everyTruncation(sound));
    report('every truncation of hello_world_int8.tflite', tally);
    expect(tally.files).toBe(sound.length);
    // Its last bytes are the end of a table: nothing can be cut off.
    expect(tally.accepted).toBe(0);
  });

  it.each(['kws_ref_model', 'person_detect', 'micro_speech_quantized', 'trained_lstm_int8'])(
    '%s: random changes of many bytes',
    (name) => {
      const sound = modelBytes(`${name}.tflite`);
      report(`random changes of ${name}.tflite`, attack(sound, randomMutations(sound, 500, 1)));
    },
  );
});

describe('what is not a model at all', () => {
  const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
  const zipHead = [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
  it.each([
    ['0 bytes', new Uint8Array(0), 'tflite.isEmpty'],
    ['7 bytes', new Uint8Array(7), 'tflite.isTooShort'],
    ['a JPEG picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, ...ascii('JFIF'), 0), 'tflite.isJpeg'],
    ['a zip archive', Uint8Array.from(zipHead), 'tflite.isZip'],
    ['a Keras .h5 file', Uint8Array.of(0x89, ...ascii('HDF\r\n'), 0x1a, 10, 0), 'tflite.isHdf5'],
    [
      'a Git LFS pointer',
      Uint8Array.from(ascii('version https://git-lfs.github.com/spec/v1')),
      'tflite.isGitLfsPointer',
    ],
    ['200 MB of zeros', new Uint8Array(200_000_000), 'tflite.hasNoIdentifier'],
  ])('%s: a sentence', (_, bytes, id) => {
    const { model, damage } = readPartly(bytes);
    expect(milliseconds(() => void readPartly(bytes))).toBeLessThan(100);
    expect(damage.map(({ sentence }) => sentence.id)).toEqual([id]);
    expect(model.subgraphs).toEqual([]);
    expect(() => readModel(bytes)).toThrow(Problem);
  });
});

describe('a sound file, damaged in one known place', () => {
  const sound = writeModel(tutorialModel({ type: 'INT8', named: true }));
  const data = new DataView(sound.buffer, sound.byteOffset);
  const follow = (position: number): number => position + data.getUint32(position, true);
  /** Byte offset of a field of the table at `table`. */
  const field = (table: number, slot: number): number =>
    table + data.getUint16(table - data.getInt32(table, true) + 4 + 2 * slot, true);
  const element = (vector: number, index: number): number => follow(vector + 4 + 4 * index);
  const subgraph = element(follow(field(follow(0), 2)), 0);
  const operator = element(follow(field(subgraph, 3)), 1);
  const operatorInputs = follow(field(operator, 1));

  const word = (position: number, value: number): Uint8Array =>
    mutated(sound, {
      length: sound.length,
      edits: [0, 1, 2, 3].map((byte) => [position + byte, (value >>> (8 * byte)) & 255] as const),
    });

  it.each([
    ['an index', operatorInputs + 4, 10, 'index', 'subgraph 0 > operator 1 > inputs'],
    ['a length', operatorInputs, 0x10000000, 'vector', 'subgraph 0 > operator 1 > inputs'],
    ['an offset', field(operator, 1), 0x7ffffff0, 'offset', 'subgraph 0 > operator 1 > inputs'],
    ['a vtable', operator, 0x40000000, 'table', 'subgraph 0 > operator 1'],
    ['the version', field(follow(0), 0), 4, 'version', 'version'],
  ])('%s: names kind, byte and way', (_, position, value, kind, trace) => {
    const verified = verifyModel(word(position, value));
    expect(verified).toMatchObject({ ok: false, issues: [{ kind, trace, offset: position }] });
  });

  it('shows everything but the damaged part', () => {
    const whole = readModel(sound);
    const { model, damage } = readPartly(word(operatorInputs, 0x10000000));
    expect(damage).toHaveLength(1);
    expect(model.subgraphs[0]?.tensors).toEqual(whole.subgraphs[0]?.tensors);
    expect(model.subgraphs[0]?.operators[0]).toEqual(whole.subgraphs[0]?.operators[0]);
    expect(model.subgraphs[0]?.operators[1]).toEqual({ ...whole.subgraphs[0]?.operators[1], inputs: [] });
  });
});

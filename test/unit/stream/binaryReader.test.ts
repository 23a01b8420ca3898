import { describe, expect, it } from 'vitest';
import { BinaryReader } from '../../../src/core/stream/binaryReader';
import {
  bytesPerSample,
  parseFormat,
  SAMPLE_TYPES,
  type BinaryFormat,
} from '../../../src/core/stream/format';

function read(format: BinaryFormat, chunks: readonly Uint8Array[]) {
  const samples: (readonly number[])[] = [];
  const rejects: string[] = [];
  const reader = new BinaryReader(format, {
    sample: (values) => samples.push(values),
    reject: (reason) => rejects.push(reason.id),
  });
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return { samples, rejects, skippedBytes: reader.skippedBytes };
}

const framed = parseFormat('framed:2xint16') as BinaryFormat;
const payload = [1, 0, 0xfe, 0xff, 0xaa, 0xbb, 5, 0];
const sum = payload.reduce((total, byte) => total + byte, 0) & 0xff;
const frame = [0xaa, 0xbb, payload.length, ...payload, sum];
const values = [
  [1, -2],
  [-17494, 5],
];

describe('BinaryReader', () => {
  it.each(SAMPLE_TYPES)('reads %s in both byte orders for every chunk size', (type) => {
    for (const order of ['le', 'be']) {
      const format = parseFormat(`binary:3x${type}${order}`) as BinaryFormat;
      const bytes = new Uint8Array(3 * 4 * bytesPerSample(type));
      const view = new DataView(bytes.buffer);
      const expected: number[] = [];
      const name = `set${type.charAt(0).toUpperCase()}${type.slice(1)}` as 'setInt16';
      for (let value = 0; value < 12; value++) {
        view[name](value * bytesPerSample(type), value * 9, order === 'le');
        expected.push(value * 9);
      }
      for (let size = 1; size <= bytes.length; size++) {
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        expect(read(format, chunks).samples.flat()).toEqual(expected);
      }
    }
  });

  it('finds frames between garbage for every cut, also with the sync word inside the payload', () => {
    const bytes = Uint8Array.from([9, 0xaa, ...frame, 7, ...frame, 0xaa]);
    for (let at = 0; at <= bytes.length; at++) {
      const result = read(framed, [bytes.subarray(0, at), bytes.subarray(at)]);
      expect(result.samples).toEqual([...values, ...values]);
      expect(result.skippedBytes).toBe(4);
    }
  });

  it('rejects any frame with one flipped byte, or reads what the sum cannot tell, and finds the next', () => {
    for (let at = 0; at < frame.length; at++) {
      const broken = frame.map((byte, index) => (index === at ? byte ^ 0x10 : byte));
      // A size that grew swallows what follows, so good frames follow in number.
      const { samples } = read(framed, [
        Uint8Array.from([...broken, ...Array.from({ length: 8 }, () => frame).flat()]),
      ]);
      expect(samples.slice(-2)).toEqual(values);
    }
  });

  it('lets the user shift a stream without frames', () => {
    const format = parseFormat('binary:1xuint16be') as BinaryFormat;
    const samples: number[] = [];
    const reader = new BinaryReader(format, {
      sample: ([value]) => samples.push(value ?? NaN),
      reject: () => undefined,
    });
    reader.push(Uint8Array.from([7, 0, 1, 0]));
    reader.skip('byte');
    reader.push(Uint8Array.from([9, 0, 2, 0, 3]));
    expect(samples).toEqual([0x0700, 0x0100, 2, 3]);
  });
});

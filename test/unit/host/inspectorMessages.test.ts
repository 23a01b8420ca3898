import { describe, expect, it } from 'vitest';
import { packNotFinite, unpackNotFinite } from '../../../src/protocol/notFinite';

describe('messages between host and page', () => {
  const message = {
    numbers: [NaN, Infinity, -Infinity, 0, -1.5],
    nested: { scale: NaN, list: [{ value: -Infinity }], nothing: null, text: 'NaN', flag: false },
    bytes: Float64Array.of(NaN, 1),
  };

  it('bring numbers that JSON has none for', () => {
    const { bytes, ...rest } = message;
    const travelled: unknown = JSON.parse(JSON.stringify(packNotFinite(rest)));
    expect(unpackNotFinite(travelled)).toEqual(rest);
    expect(unpackNotFinite(packNotFinite({ bytes }))).toEqual({ bytes });
  });

  it('leave arrays of bytes as they are, without a copy', () => {
    const packed = packNotFinite(message) as typeof message;
    expect(packed.bytes).toBe(message.bytes);
  });
});

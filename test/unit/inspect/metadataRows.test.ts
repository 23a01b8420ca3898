import { describe, expect, it } from 'vitest';
import { metadataRows } from '../../../src/core/inspect/metadataRows';
import { model } from '../check/modelBuilder';

function textOf(name: string, content: Uint8Array): string | undefined {
  const made = { ...model([], []), buffers: [new Uint8Array(0), content], metadata: [{ name, buffer: 1 }] };
  expect(metadataRows(made)).toMatchObject([{ name, bytes: content.length }]);
  return metadataRows(made)[0]?.text;
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('metadata of a model', () => {
  it('is read where it is a short text, with zeros behind it', () => {
    expect(textOf('min_runtime_version', ascii('1.14.0\0\0\0\0\0\0\0\0\0\0'))).toBe('1.14.0');
    expect(textOf('author', ascii('someone'))).toBe('someone');
  });

  it('is left alone where it is something else', () => {
    for (const content of [
      new Uint8Array(0),
      ascii('1.14\0.0'),
      Uint8Array.of(0x80, 0x81),
      ascii('a\nb'),
      ascii('\u202Egnp.exe'),
      ascii('x'.repeat(201)),
    ]) {
      expect(textOf('anything', content)).toBeUndefined();
    }
  });

  it('tells which tensors have their place in the arena', () => {
    const words = (...values: readonly number[]) => new Uint8Array(Int32Array.from(values).buffer);
    expect(textOf('OfflineMemoryAllocation', words(1, 0, 4, -1, 0, -1, 1024))).toBe('t1 → 0, t3 → 1024');
    // What it announces is not there.
    expect(textOf('OfflineMemoryAllocation', words(1, 0, 1_000_000, 8))).toBe('t0 → 8');
    expect(textOf('OfflineMemoryAllocation', words(1))).toBeUndefined();
  });

  it('names no more than a hundred places', () => {
    const plan = Int32Array.from({ length: 503 }, (_, index) => (index === 2 ? 500 : index));
    expect(textOf('OfflineMemoryAllocation', new Uint8Array(plan.buffer))).toMatch(
      /^t0 → 3, .* t99 → 102, …$/,
    );
  });
});

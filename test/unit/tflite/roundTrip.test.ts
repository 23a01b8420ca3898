import { deepStrictEqual } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readModel, readPartly } from '../../../src/core/tflite/read';
import { writeModel } from '../../../src/core/tflite/write';
import { verifyModel } from '../../../src/core/tflite/verify/verifyModel';
import { describeShared, hasShared, sharedPath } from '../../shared';

const names = hasShared ? readdirSync(sharedPath('models')).filter((name) => name.endsWith('.tflite')) : [];
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(sharedPath(`models/${name}`)));

describeShared('every public model', () => {
  it('is there', () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
  });

  it.each(names)('%s is sound and survives being written', (name) => {
    const bytes = bytesOf(name);
    expect(verifyModel(bytes)).toMatchObject({ ok: true });
    const model = readModel(bytes);
    deepStrictEqual(readPartly(bytes), { model, damage: [] });

    const written = writeModel(model);
    expect(written.length).toBeLessThanOrEqual(bytes.length);
    expect(verifyModel(written)).toMatchObject({ ok: true });
    deepStrictEqual(readModel(written), model);
    deepStrictEqual(writeModel(readModel(written)), written);
    for (const buffer of readModel(written).buffers) {
      if (buffer.length > 0) expect(buffer.byteOffset % 16).toBe(0);
    }
  });
});

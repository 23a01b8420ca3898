import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkModel } from '../../../src/core/check/check';
import { compareModels } from '../../../src/core/inspect/compare';
import { feedingView } from '../../../src/core/inspect/feeding';
import { fileRegions } from '../../../src/core/inspect/fileRegions';
import { graphView } from '../../../src/core/inspect/graph';
import { inspectJson } from '../../../src/core/inspect/json';
import { tensorNpy } from '../../../src/core/inspect/npy';
import { openModel } from '../../../src/core/inspect/openModel';
import { sizeView } from '../../../src/core/inspect/size';
import { tensorDetails } from '../../../src/core/inspect/tensorDetails';
import { tensorRows } from '../../../src/core/inspect/tensors';
import { describeShared, sharedPath } from '../../shared';

/** Every view of whatever these bytes are; returns the milliseconds of CPU that it took. */
function showEverything(bytes: Uint8Array): number {
  const before = process.cpuUsage();
  const opened = openModel(bytes);
  const { model } = opened;
  inspectJson(bytes);
  tensorRows(model);
  feedingView(opened, 'x.tflite');
  checkModel({ model, file: bytes, target: 'cortex-m4-cmsis-nn' });
  compareModels(opened, opened);
  for (const [subgraph, { tensors }] of model.subgraphs.entries()) {
    graphView(model, subgraph);
    for (const tensor of [...tensors.keys()].slice(0, 20)) {
      tensorDetails(model, subgraph, tensor);
      tensorNpy(model, subgraph, tensor, 'real');
    }
  }
  const { parts, fileBytes } = sizeView(opened);
  expect(parts.reduce((sum, part) => sum + part.bytes, 0)).toBe(fileBytes);
  const regions = fileRegions(bytes);
  const isGapless = regions.every(({ start: from }, index) => from === (regions[index - 1]?.end ?? 0));
  expect([isGapless, regions.at(-1)?.end ?? 0]).toEqual([true, bytes.length]);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describeShared('damaged models', () => {
  const read = () => new Uint8Array(readFileSync(sharedPath('models/hello_world_int8.tflite')));

  it('are shown as far as they go after a change of any byte', () => {
    let slowestMs = 0;
    for (let at = 0; at < read().length; at += 9) {
      for (const mask of [0xff, 1 << (at % 8)]) {
        const bytes = read();
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        slowestMs = Math.max(slowestMs, showEverything(bytes));
      }
    }
    console.log(`all views of a damaged model: at most ${slowestMs.toFixed(1)} ms`);
    expect(slowestMs).toBeLessThan(1000);
  });

  it('are shown as far as they go after a cut', () => {
    for (let length = 0; length < read().length; length += 37) showEverything(read().slice(0, length));
  });

  it('give nothing, but no error, where bytes are no model', () => {
    for (const bytes of [
      new Uint8Array(0),
      new Uint8Array(7),
      Uint8Array.of(0xff, 0xd8, 0xff),
      new Uint8Array(100_000),
    ]) {
      showEverything(bytes);
      expect(inspectJson(bytes).damage.length).toBeGreaterThan(0);
    }
  });
});

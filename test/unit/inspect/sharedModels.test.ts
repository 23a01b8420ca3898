import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkModel } from '../../../src/core/check/check';
import { compareModels } from '../../../src/core/inspect/compare';
import { feedingView } from '../../../src/core/inspect/feeding';
import { fileRegions } from '../../../src/core/inspect/fileRegions';
import { graphView } from '../../../src/core/inspect/graph';
import { inspectJson } from '../../../src/core/inspect/json';
import { tensorNpy } from '../../../src/core/inspect/npy';
import { openModel } from '../../../src/core/inspect/openModel';
import { operatorRows } from '../../../src/core/inspect/operators';
import { sizeView } from '../../../src/core/inspect/size';
import { summary } from '../../../src/core/inspect/summary';
import { tensorDetails } from '../../../src/core/inspect/tensorDetails';
import { tensorRows } from '../../../src/core/inspect/tensors';
import { valuesPage } from '../../../src/core/inspect/valuesPage';
import { formatSentence } from '../../../l10n/sentences';
import { en } from '../../../l10n/en/index';
import { describeShared, hasShared, sharedPath } from '../../shared';
import { milliseconds } from '../../processorTime';

const names = hasShared ? readdirSync(sharedPath('models')).filter((name) => name.endsWith('.tflite')) : [];
const read = (name: string) => new Uint8Array(readFileSync(sharedPath(`models/${name}`)));
const largeBytes = 1_000_000;

describeShared('public models', () => {
  it.each(names)('%s: every byte is assigned once', (name) => {
    const bytes = read(name);
    let at = 0;
    for (const region of fileRegions(bytes)) {
      expect(region.start).toBe(at);
      expect(region.end).toBeGreaterThan(region.start);
      at = region.end;
    }
    expect(at).toBe(bytes.length);
    const opened = openModel(bytes);
    const { parts, tensors, fileBytes } = sizeView(opened);
    expect(parts.reduce((sum, part) => sum + part.bytes, 0)).toBe(fileBytes);
    expect(fileBytes).toBe(bytes.length);
    // What the schema walk calls tensor data is what the reader gives as buffers of tensors.
    const data = parts.find(({ kind }) => kind === 'tensorData')?.bytes ?? 0;
    expect(tensors.reduce((sum, tensor) => sum + tensor.bytes, 0)).toBe(data);
    expect(parts.find(({ kind }) => kind === 'unknown')?.bytes ?? 0).toBeLessThan(0.01 * bytes.length + 32);
  });

  it.each(names)('%s: every view computes in time', (name) => {
    const bytes = read(name);
    const opened = openModel(bytes);
    expect(opened.damage).toEqual([]);
    const { model } = opened;
    const viewsMs = milliseconds(() => {
      summary(model, bytes.length);
      operatorRows(model);
      tensorRows(model);
      sizeView(opened);
      feedingView(opened, name);
      checkModel({ model, file: bytes, target: 'cortex-m-ref' });
      for (const subgraph of model.subgraphs.keys()) graphView(model, subgraph);
    });
    let slowestMs = 0;
    for (const [subgraph, { tensors }] of model.subgraphs.entries()) {
      for (const tensor of tensors.keys()) {
        const ms = milliseconds(() => {
          expect(tensorDetails(model, subgraph, tensor)).toBeDefined();
          valuesPage(model, { subgraph, tensor, offset: 0, count: 1000, kind: 'real' });
        });
        slowestMs = Math.max(slowestMs, ms);
        tensorNpy(model, subgraph, tensor, 'raw');
      }
    }
    console.log(`${name}: views ${viewsMs.toFixed(1)} ms, slowest tensor ${slowestMs.toFixed(1)} ms`);
    if (bytes.length < largeBytes) {
      expect(viewsMs).toBeLessThan(200);
      expect(slowestMs).toBeLessThan(200);
    }
  });

  it.each(names)('%s: JSON has the promised keys', (name) => {
    const json = inspectJson(read(name));
    expect(JSON.parse(JSON.stringify(json))).toMatchObject({
      bytes: read(name).length,
      version: 3,
      description: expect.any(String) as string,
      findings: expect.any(Array) as unknown[],
    });
    for (const { name: subgraphName, inputs, outputs, tensors, operators } of json.subgraphs) {
      expect([typeof subgraphName, Array.isArray(inputs), Array.isArray(outputs)]).toEqual([
        'string',
        true,
        true,
      ]);
      for (const [index, tensor] of tensors.entries()) {
        expect(tensor.index).toBe(index);
        for (const key of [
          'name',
          'type',
          'shape',
          'scale',
          'zeroPoint',
          'quantizedDimension',
          'bufferBytes',
        ]) {
          expect(tensor).toHaveProperty(key);
        }
      }
      for (const [index, operator] of operators.entries()) {
        expect(operator.index).toBe(index);
        for (const key of ['name', 'version', 'inputs', 'outputs', 'macs'])
          expect(operator).toHaveProperty(key);
      }
    }
    for (const finding of json.findings) {
      expect(finding).toMatchObject({
        code: expect.stringMatching(/^TML\d{3}$/) as string,
        severity: expect.any(String) as string,
        message: expect.any(String) as string,
      });
    }
  });

  it.each(names)('%s: compared with itself nothing differs', (name) => {
    const opened = openModel(read(name));
    const comparison = compareModels(opened, opened);
    expect(comparison.isIdentical).toBe(true);
    expect(comparison.operators.every(({ kind }) => kind === 'same')).toBe(true);
    expect(comparison.findings).toEqual({ gone: [], appeared: [] });
  });

  it('the top line of person_detect says what it is', () => {
    const opened = openModel(read('person_detect.tflite'));
    const text = formatSentence(summary(opened.model, opened.bytes.length), en, 'en');
    expect(text).toBe('int8 image classifier, 96×96×1 → 2 classes, 300 KB, 31 operators, 7.2 M MACs');
  });

  it('the top line of each leaves no hole open', () => {
    for (const name of names) {
      const opened = openModel(read(name));
      const codes = checkModel({ model: opened.model, file: opened.bytes, target: 'cortex-m-ref' }).map(
        ({ code, severity }) => `${code}:${severity}`,
      );
      const text = formatSentence(summary(opened.model, opened.bytes.length), en, 'en');
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      console.log(`${name}: ${text}  ${[...new Set(codes)].join(' ')}`);
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkModel } from '../../../src/core/check/check';
import { findingCodes, type FindingCode, type Severity } from '../../../src/core/check/finding';
import { rules } from '../../../src/core/check/rules';
import type { Subject } from '../../../src/core/check/subject';
import type { CArray } from '../../../src/core/source/cArrays';
import type { Model } from '../../../src/core/tflite/model';
import { dense, model } from './modelBuilder';

const subject = (checked: Model, more: Partial<Subject> = {}): Subject => ({
  model: checked,
  target: 'cortex-m-ref',
  ...more,
});

const array: CArray = {
  name: 'g_model',
  bytes: new Uint8Array(8),
  start: 0,
  end: 10,
  line: 1,
  alignmentBytes: 16,
};

/** What the rule fires on, what it leaves alone beside the clean model, and what it must say. */
interface Fixture {
  readonly fires: Subject;
  readonly rests?: readonly Subject[];
  readonly severity: Severity;
  readonly log?: RegExp;
}

const misaligned = (offset: number): Subject => {
  const file = new Uint8Array(64);
  return subject(dense({ bias: { bytes: file.subarray(offset, offset + 16) } }), { file });
};

const oneScalePerOutput = { shape: [4, 4], scale: [0.25, 0.25, 0.25, 0.25] };
const fourBiasScales = { scale: [0.125, 0.125, 0.125, 0.125] };
const softmax = (scale: number, zeroPoint: number) =>
  model(
    [
      { scale: [0.5], zeroPoint: [0] },
      { scale: [scale], zeroPoint: [zeroPoint] },
    ],
    [{ name: 'SOFTMAX', inputs: [0], outputs: [1] }],
  );
const joined = (count: number, activation: string) =>
  model(
    Array.from({ length: count + 1 }, () => ({ scale: [0.5], zeroPoint: [0] })),
    [
      {
        name: 'CONCATENATION',
        inputs: Array.from({ length: count }, (_, index) => index),
        outputs: [count],
        more: {
          options: { table: 'ConcatenationOptions', values: { fused_activation_function: activation } },
        },
      },
    ],
  );
const custom = (customCode: string) =>
  model([{}, {}], [{ name: 'CUSTOM', inputs: [0], outputs: [1], more: { customCode } }]);

const fixtures: Readonly<Record<FindingCode, Fixture>> = {
  TML001: {
    fires: subject(model([{}, {}], [{ name: 'GELU', inputs: [0], outputs: [1] }])),
    rests: [subject(custom('SignalWindow'))],
    severity: 'error',
    log: /^Didn't find op for builtin opcode 'GELU'$/,
  },
  TML002: {
    fires: subject(
      model([{ type: 'INT32' }, { type: 'INT32' }], [{ name: 'TRANSPOSE', inputs: [0], outputs: [1] }]),
    ),
    rests: [subject(model([{}, {}], [{ name: 'TRANSPOSE', inputs: [0], outputs: [1] }]))],
    severity: 'error',
    log: /^Type INT32 is currently not supported by Transpose/,
  },
  TML003: {
    fires: subject(dense({ input: { type: 'FLOAT32' }, output: { type: 'FLOAT32' } })),
    severity: 'error',
    log: /^Input type: FLOAT32 with filter type: INT8 not supported\.$/,
  },
  TML004: {
    fires: subject(
      model(
        [{ type: 'FLOAT32' }, { scale: [0.5], zeroPoint: [0] }],
        [{ name: 'QUANTIZE', inputs: [0], outputs: [1] }],
      ),
    ),
    severity: 'warning',
  },
  TML005: {
    fires: subject(dense({ output: { shape: [-1, 4] } })),
    rests: [subject(dense({ output: { shape: [0] } }))],
    severity: 'error',
    log: /has dynamic tensor #3\nDynamic tensors are not supported$/,
  },
  TML006: {
    fires: subject(model([{}, { type: 'RESOURCE' }], [{ name: 'VAR_HANDLE', inputs: [], outputs: [1] }])),
    severity: 'warning',
    log: /^VAR_HANDLE requires resource variables/,
  },
  TML007: {
    fires: subject(dense({ weights: oneScalePerOutput, bias: fourBiasScales })),
    severity: 'information',
  },
  TML008: {
    fires: subject(dense({ weights: { type: 'INT4', bytes: new Uint8Array(8) } })),
    severity: 'information',
  },
  TML009: {
    fires: subject(dense({ weights: { scale: [0.25, 0.25], zeroPoint: [0, 0] } })),
    rests: [subject(dense({ weights: { ...oneScalePerOutput, zeroPoint: [0] }, bias: fourBiasScales }))],
    severity: 'error',
  },
  TML010: { fires: subject(dense({ output: { scale: [NaN], zeroPoint: [0] } })), severity: 'error' },
  TML011: {
    fires: subject(dense({ bias: { scale: [0.126] } })),
    severity: 'warning',
  },
  TML012: {
    fires: subject(dense({ weights: { bytes: new Uint8Array(15) } })),
    rests: [subject(dense({ weights: { bytes: new Uint8Array(17) } }))],
    severity: 'error',
  },
  TML013: {
    fires: subject(dense({ weights: { ...oneScalePerOutput, dimension: 2 }, bias: fourBiasScales })),
    severity: 'error',
  },
  TML014: { fires: misaligned(4), rests: [misaligned(16)], severity: 'information' },
  TML015: {
    fires: subject(dense(), { array: { ...array, alignmentBytes: 2 } }),
    rests: [subject(dense(), { array })],
    severity: 'warning',
  },
  TML016: {
    fires: subject(dense(), { array: { ...array, length: { name: 'g_model_len', value: 9, line: 2 } } }),
    rests: [subject(dense(), { array: { ...array, length: { name: 'g_model_len', value: 8, line: 2 } } })],
    severity: 'error',
  },
  TML017: {
    fires: subject(softmax(1 / 128, -128)),
    rests: [subject(softmax(1 / 256, -128))],
    severity: 'error',
    log: /output->params\.scale == 1\.f \/ 256 was not true\.$/,
  },
  TML018: {
    fires: subject(custom('CIRCULAR_BUFFER'), { scratchBuffers: { CIRCULAR_BUFFER: 13 } }),
    rests: [subject(custom('CIRCULAR_BUFFER'), { scratchBuffers: { CIRCULAR_BUFFER: 12 } })],
    severity: 'error',
    log: /^Scratch buffer request exceeds limit per operator \(12\)$/,
  },
  TML019: {
    fires: subject(
      model(
        [{}, {}],
        [{ name: 'RELU', inputs: [0], outputs: [1], more: { customOptions: new Uint8Array(1) } }],
      ),
    ),
    severity: 'error',
    log: /found builtin operator RELU with custom options/,
  },
  TML020: {
    fires: subject(joined(2, 'RELU')),
    rests: [subject(joined(2, 'NONE'))],
    severity: 'error',
    log: /kTfLiteActNone \(1 != 0\)$/,
  },
  TML021: {
    fires: subject(joined(11, 'NONE')),
    rests: [subject(joined(10, 'NONE'))],
    severity: 'error',
    log: /num_inputs <= kMaxInputNum was not true\.$/,
  },
};

describe('rules', () => {
  it('stand in the table once each, in the order of the codes', () => {
    expect(rules.map(({ code }) => code)).toEqual([...findingCodes]);
  });

  it.each(findingCodes)('%s fires on its fixture, and on nothing clean', (code) => {
    const { fires, rests = [], severity, log } = fixtures[code];
    const found = checkModel(fires).filter((finding) => finding.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]?.severity).toBe(severity);
    if (log) expect(found[0]?.log).toMatch(log);
    for (const clean of [subject(dense(), { array }), ...rests]) {
      expect(checkModel(clean).filter((finding) => finding.code === code)).toEqual([]);
    }
  });

  it('find nothing at all in a clean model', () => {
    expect(checkModel(subject(dense(), { array }))).toEqual([]);
  });

  it('refuse where only some targets do', () => {
    const wide = dense({
      input: { type: 'INT16' },
      output: { type: 'INT16' },
      weights: oneScalePerOutput,
      bias: { ...fourBiasScales, type: 'INT64', bytes: new Uint8Array(32) },
    });
    const severity = (target: Subject['target']) => checkModel(subject(wide, { target }))[0]?.severity;
    expect(severity('cortex-m-ref')).toBe('information');
    expect(severity('cortex-m4-cmsis-nn')).toBe('error');
  });

  it('obey the settings', () => {
    const { fires } = fixtures.TML001;
    expect(checkModel(fires, { TML001: 'off' })).toEqual([]);
    expect(checkModel(fires, { TML001: 'information' })[0]?.severity).toBe('information');
  });

  it('survive models whose indices lead nowhere', () => {
    const lost = model(
      [{ shape: [-5, 0], scale: [], zeroPoint: [], dimension: -3 }],
      ['FULLY_CONNECTED', 'SOFTMAX', 'CONCATENATION', 'TRANSPOSE_CONV', 'VAR_HANDLE', 'IF'].map((name) => ({
        name,
        inputs: [99, -1, -7],
        outputs: [1e9],
      })),
      [42],
      [-1],
    );
    expect(() => checkModel(subject(lost, { file: new Uint8Array(4) }))).not.toThrow();
  });
});

const pages = (language: string) => {
  const folder = fileURLToPath(new URL(`../../../docs/findings${language}`, import.meta.url));
  const read = (code: FindingCode): string => readFileSync(`${folder}/${code}.md`, 'utf8');
  return { codes: () => readdirSync(folder).filter((name) => name.endsWith('.md')), read };
};

describe('pages of the codes', () => {
  const english = pages('');
  const chinese = pages('/zh-cn');

  it('exist for each code, and for nothing else, in both languages', () => {
    const expected = findingCodes.map((code) => `${code}.md`);
    expect(english.codes().sort()).toEqual(expected);
    expect(chinese.codes().sort()).toEqual(expected);
  });

  it.each(findingCodes)('%s says what it means, what the board logs and how to cure it', (code) => {
    const page = english.read(code);
    expect(page).toMatch(new RegExp(`^# ${code}: `));
    expect(page).toContain('## What the board does');
    expect(page).toContain('## Cure');
  });

  it.each(findingCodes)('%s says the same in Chinese, with the same lines of code and of logs', (code) => {
    const page = chinese.read(code);
    expect(page).toMatch(new RegExp(`^# ${code}：.*\\p{Script=Han}`, 'u'));
    expect(page).toContain('## 开发板上的表现');
    expect(page).toContain('## 解决办法');
    const blocks = (text: string): readonly string[] => text.match(/^```[^]*?^```/gm) ?? [];
    expect(blocks(page)).toEqual(blocks(english.read(code)));
  });
});

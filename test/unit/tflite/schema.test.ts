import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { builtinNames } from '../../../src/core/tflite/builtins';
import { unions } from '../../../src/core/tflite/schema/enums';
import { tables } from '../../../src/core/tflite/schema/tables';

describe('the generated description of the schema', () => {
  it('is what schemas/tflite.fbs gives today', () => {
    const script = fileURLToPath(new URL('../../../scripts/generate-schema.mjs', import.meta.url));
    // Exits with 1, and so throws, if a file differs.
    execFileSync(process.execPath, [script, '--check']);
  });

  it('has every builtin up to STABLEHLO_CASE, without a gap', () => {
    expect(Object.keys(builtinNames).map(Number)).toEqual(Array.from({ length: 210 }, (_, code) => code));
    expect(builtinNames[209]).toBe('STABLEHLO_CASE');
  });

  it('has a tag for every option table', () => {
    const tagged = new Set([
      ...Object.values(unions.BuiltinOptions),
      ...Object.values(unions.BuiltinOptions2),
    ]);
    const options = Object.keys(tables).filter((name) => name.endsWith('Options'));
    expect([...tagged].sort()).toEqual(options.sort());
  });
});

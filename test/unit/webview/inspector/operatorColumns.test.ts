import { describe, expect, it } from 'vitest';
import { en } from '../../../../l10n/en/index';
import type { Operand, OperatorRow } from '../../../../src/core/inspect/operators';
import { operatorColumns } from '../../../../webview/inspector/operatorColumns';
import { createWords } from '../../../../webview/shared/words';

const operand = (tensor: number): Operand => ({
  tensor,
  name: `tensor_${tensor}`,
  type: 'INT8',
  shape: [1, tensor + 1],
  isConstant: false,
});

function inputsCell(count: number): string {
  const inputs = Array.from({ length: count }, (_, index) => operand(index));
  const row: OperatorRow = {
    subgraph: 0,
    index: 0,
    name: 'CONCATENATION',
    isCustom: false,
    version: 1,
    inputs,
    outputs: [operand(count)],
    parameters: [],
    weightBytes: 0,
  };
  const column = operatorColumns(createWords(en, 'en')).find(({ key }) => key === 'inputs');
  return column?.text(row) ?? '';
}

describe('operatorColumns', () => {
  it('names every shape of an operator that a person would look at', () => {
    expect(inputsCell(3)).toBe('1×1, 1×2, 1×3');
    expect(inputsCell(32).split(', ')).toHaveLength(32);
  });

  it('stays a cell where an operator has 100,000 inputs, and says how many there are', () => {
    const text = inputsCell(100_000);
    expect(text.length).toBeLessThan(500);
    expect(text).toMatch(/, … 100000$/);
  });
});

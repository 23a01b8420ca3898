import { describe, expect, it } from 'vitest';
import { macsOf } from '../../../src/core/inspect/macs';
import { model, type TensorSketch } from '../check/modelBuilder';

/** Of one operator whose operands have these shapes. */
function macs(name: string, inputs: readonly (readonly number[])[], output: readonly number[], values = {}) {
  const tensors: readonly TensorSketch[] = [...inputs, output].map((shape) => ({ shape }));
  const options = { table: `${name}_OPTIONS`, values };
  const made = model(tensors, [
    { name, inputs: inputs.map((_, index) => index), outputs: [inputs.length], more: { options } },
  ]);
  const [main] = made.subgraphs;
  const [operator] = main?.operators ?? [];
  return main && operator && macsOf(operator, main);
}

describe('multiply-accumulates', () => {
  it('of a matrix product are counted along the dimension that is summed, transposed or not', () => {
    // 2 matrices of 3×5 times 5×7.
    const output = [2, 3, 7];
    expect(
      macs(
        'BATCH_MATMUL',
        [
          [2, 3, 5],
          [2, 5, 7],
        ],
        output,
      ),
    ).toBe(2 * 3 * 5 * 7);
    expect(
      macs(
        'BATCH_MATMUL',
        [
          [2, 5, 3],
          [2, 5, 7],
        ],
        output,
        { adj_x: true },
      ),
    ).toBe(2 * 3 * 5 * 7);
    expect(
      macs(
        'BATCH_MATMUL',
        [
          [2, 3, 5],
          [2, 7, 5],
        ],
        output,
        { adj_y: true },
      ),
    ).toBe(2 * 3 * 5 * 7);
  });

  it('are those of the definitions of each operator', () => {
    expect(
      macs(
        'CONV_2D',
        [
          [1, 8, 8, 3],
          [16, 3, 3, 3],
        ],
        [1, 8, 8, 16],
      ),
    ).toBe(8 * 8 * 16 * 27);
    // Two groups: each filter sees half of the channels.
    expect(
      macs(
        'CONV_2D',
        [
          [1, 8, 8, 4],
          [16, 3, 3, 2],
        ],
        [1, 8, 8, 16],
      ),
    ).toBe(8 * 8 * 16 * 18);
    expect(
      macs(
        'DEPTHWISE_CONV_2D',
        [
          [1, 8, 8, 4],
          [1, 3, 3, 8],
        ],
        [1, 8, 8, 8],
      ),
    ).toBe(8 * 8 * 8 * 9);
    expect(
      macs(
        'FULLY_CONNECTED',
        [
          [2, 3, 5],
          [7, 5],
        ],
        [2, 3, 7],
      ),
    ).toBe(2 * 3 * 7 * 5);
    expect(macs('TRANSPOSE_CONV', [[4], [6, 3, 3, 2], [1, 4, 4, 2]], [1, 8, 8, 6])).toBe(4 * 4 * 2 * 9 * 6);
    expect(
      macs(
        'SVDF',
        [
          [2, 10],
          [8, 10],
          [8, 4],
        ],
        [2, 8],
      ),
    ).toBe(2 * 8 * (10 + 4));
    expect(macs('RELU', [[1, 8]], [1, 8])).toBeUndefined();
  });

  it('are left out where a shape is missing', () => {
    expect(macs('CONV_2D', [[1, 8, 8, 3]], [1, 8, 8, 16])).toBeUndefined();
    expect(macs('FULLY_CONNECTED', [[1, 4], []], [1, 2])).toBeUndefined();
  });
});

/** A stack of dense layers with room for a batch: forward, then backward. Everything is allocated when it is made. */
import { setWeights, weightViews } from './flatWeights';
import { matrixProduct, type MatrixView } from './matrixProduct';
import { parameterCount, type ModelDescription, type ModelWeights } from './model';

interface LayerMemory {
  readonly inputs: number;
  readonly units: number;
  readonly relu: boolean;
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
  readonly kernelGradient: Float32Array;
  readonly biasGradient: Float32Array;
  /** [rows, units], after the activation. */
  readonly outputs: Float32Array;
  /** d loss / d outputs, then d loss / d (outputs before the activation); [rows, units]. */
  readonly delta: Float32Array;
  readonly views: LayerViews;
}

/** The operands of the three products of a layer. */
interface LayerViews {
  readonly inputs: MatrixView;
  readonly inputsTransposed: MatrixView;
  readonly kernel: MatrixView;
  readonly kernelTransposed: MatrixView;
  readonly delta: MatrixView;
}

export class DenseNetwork {
  /** All weights in one array (kernel, bias, kernel, bias, …), so that an optimiser is one loop. */
  readonly parameters: Float32Array;
  readonly gradients: Float32Array;
  /** The same memory as `parameters`, by layer. */
  readonly weights: ModelWeights;
  /** [rows, inputSize]: the caller writes a batch here. */
  readonly inputs: Float32Array;
  /** [rows, outputSize]: what `forward` computed. */
  readonly outputs: Float32Array;
  /** [rows, outputSize]: the caller writes d loss / d outputs here before `backward`. */
  readonly outputGradient: Float32Array;
  private readonly layers: readonly LayerMemory[];

  /** `rows` is the largest number of samples of a batch. */
  constructor(
    model: ModelDescription,
    readonly rows: number,
  ) {
    const count = parameterCount(model);
    this.parameters = new Float32Array(count);
    this.gradients = new Float32Array(count);
    this.inputs = new Float32Array(rows * model.inputSize);
    this.weights = weightViews(model, this.parameters);
    this.layers = this.layOut(model);
    const last = this.layers.at(-1);
    this.outputs = last?.outputs ?? this.inputs;
    this.outputGradient = last?.delta ?? new Float32Array(this.inputs.length);
  }

  setWeights(weights: ModelWeights): void {
    setWeights(this.weights, weights);
  }

  /** `inputs` to `outputs` for the first `rows` samples. */
  forward(rows: number): void {
    for (const layer of this.layers) {
      const { outputs, bias, units, relu } = layer;
      matrixProduct(outputs, layer.views.inputs, layer.views.kernel, rows, layer.inputs, units);
      for (let row = 0, at = 0; row < rows; row++) {
        for (let unit = 0; unit < units; unit++, at++) {
          const sum = outputs[at]! + bias[unit]!;
          // Written this way round, a NaN stays a NaN instead of becoming 0 unseen.
          outputs[at] = relu && sum < 0 ? 0 : sum;
        }
      }
    }
  }

  /** `outputGradient` to `gradients`, for the samples of the last `forward`. */
  backward(rows: number): void {
    for (let index = this.layers.length - 1; index >= 0; index--) {
      const layer = this.layers[index]!;
      const { outputs, delta, units, relu, biasGradient } = layer;
      biasGradient.fill(0);
      for (let row = 0, at = 0; row < rows; row++) {
        for (let unit = 0; unit < units; unit++, at++) {
          if (relu && outputs[at]! <= 0) delta[at] = 0;
          else biasGradient[unit] = biasGradient[unit]! + delta[at]!;
        }
      }
      matrixProduct(
        layer.kernelGradient,
        layer.views.inputsTransposed,
        layer.views.delta,
        layer.inputs,
        rows,
        units,
      );
      const below = this.layers[index - 1];
      if (below)
        matrixProduct(
          below.delta,
          layer.views.delta,
          layer.views.kernelTransposed,
          rows,
          units,
          layer.inputs,
        );
    }
  }

  private layOut(model: ModelDescription): LayerMemory[] {
    const gradients = weightViews(model, this.gradients);
    let inputs = model.inputSize;
    let values = this.inputs;
    return model.layers.map(({ units, activation }, index) => {
      const { kernel, bias } = this.weights[index]!;
      const gradient = gradients[index]!;
      const outputs = new Float32Array(this.rows * units);
      const delta = new Float32Array(this.rows * units);
      const layer: LayerMemory = {
        inputs,
        units,
        relu: activation === 'relu',
        kernel,
        bias,
        kernelGradient: gradient.kernel,
        biasGradient: gradient.bias,
        outputs,
        delta,
        views: {
          inputs: { values, rowStep: inputs, columnStep: 1 },
          inputsTransposed: { values, rowStep: 1, columnStep: inputs },
          kernel: { values: kernel, rowStep: units, columnStep: 1 },
          kernelTransposed: { values: kernel, rowStep: 1, columnStep: units },
          delta: { values: delta, rowStep: units, columnStep: 1 },
        },
      };
      inputs = units;
      values = outputs;
      return layer;
    });
  }
}

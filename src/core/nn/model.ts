/** What a network is, before anybody has trained it. Dense layers for now; a new kind of layer is one more member of `Layer`. */
export type Activation = 'linear' | 'relu';

export interface DenseLayer {
  readonly type: 'dense';
  readonly units: number;
  readonly activation: Activation;
}

export type Layer = DenseLayer;

export interface ModelDescription {
  /** Name in files and tables, for example `model_1`. */
  readonly name: string;
  /** Number of values in one sample. */
  readonly inputSize: number;
  readonly layers: readonly Layer[];
}

/** `kernel` is row-major [inputs, units] as in Keras; `bias` is [units]. */
export interface DenseWeights {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** One entry per layer, in the order of `ModelDescription.layers`. */
export type ModelWeights = readonly DenseWeights[];

/** One line of the layer table: what `model.summary()` prints in Keras. */
export interface LayerRow {
  readonly type: Layer['type'];
  readonly activation: Activation;
  readonly outputShape: readonly [null, number];
  readonly parameters: number;
}

export function layerRows(model: ModelDescription): LayerRow[] {
  let inputs = model.inputSize;
  return model.layers.map((layer) => {
    const parameters = inputs * layer.units + layer.units;
    inputs = layer.units;
    return { type: layer.type, activation: layer.activation, outputShape: [null, layer.units], parameters };
  });
}

/** What `layerRows` tells of. */
export function modelOfRows(name: string, inputSize: number, rows: readonly LayerRow[]): ModelDescription {
  const layers = rows.map(({ type, activation, outputShape: [, units] }) => ({ type, activation, units }));
  return { name, inputSize, layers };
}

export function parameterCount(model: ModelDescription): number {
  return layerRows(model).reduce((sum, row) => sum + row.parameters, 0);
}

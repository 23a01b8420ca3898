// Models as the host would show them in the inspector and compare page, and the host's answers to what the pages ask.
import { checkModel } from '../../../src/core/check/check';
import { channelHistogram } from '../../../src/core/inspect/channelHistogram';
import { compareModels } from '../../../src/core/inspect/compare';
import { feedingView } from '../../../src/core/inspect/feeding';
import { graphView } from '../../../src/core/inspect/graph';
import { metadataRows } from '../../../src/core/inspect/metadataRows';
import { openModel } from '../../../src/core/inspect/openModel';
import { operatorRows } from '../../../src/core/inspect/operators';
import { sizeView } from '../../../src/core/inspect/size';
import { summary } from '../../../src/core/inspect/summary';
import { tensorDetails } from '../../../src/core/inspect/tensorDetails';
import { tensorRows } from '../../../src/core/inspect/tensors';
import { valuesPage } from '../../../src/core/inspect/valuesPage';
import { associatedFiles } from '../../../src/core/inspect/zipTail';
import { writeModel } from '../../../src/core/tflite/write';
import { graphLayoutClient } from '../../../src/workers/graphLayoutClient';
export { openModel } from '../../../src/core/inspect/openModel';
export { en } from '../../../l10n/en/index';
export { zhCn } from '../../../l10n/zh-cn/index';

/** @returns {import('../../../src/protocol/inspectorPage').InspectorState} */
export function inspectorState(bytes, fileName, canCompare = false) {
  const opened = openModel(bytes);
  const { model, damage } = opened;
  return {
    kind: 'model',
    fileName,
    revision: 1,
    summary: summary(model, bytes.length),
    description: model.description,
    damage,
    subgraphs: model.subgraphs.map(({ name, inputs, outputs, operators, tensors }, index) => ({
      index,
      name,
      inputs,
      outputs,
      operators: operators.length,
      tensors: tensors.length,
    })),
    operators: operatorRows(model),
    tensors: tensorRows(model),
    feeding: feedingView(opened, fileName),
    size: sizeView(opened),
    findings: checkModel({ model, file: bytes, target: 'cortex-m-ref' }),
    metadata: metadataRows(model),
    associatedFiles: associatedFiles(bytes),
    signatures: model.signatures,
    canCompare,
  };
}

/** @returns {import('../../../src/protocol/comparePage').CompareState} */
export function compareState(before, after) {
  const [was, is] = [openModel(before.bytes), openModel(after.bytes)];
  return {
    kind: 'comparison',
    before: before.name,
    after: after.name,
    sources: { before: `file:///${before.name}`, after: `file:///${after.name}` },
    comparison: compareModels(was, is),
    damage: { before: was.damage, after: is.damage },
  };
}

/** Answers a page's requests about one file. `exports` collects what it would have written. */
export function answering(bytes, layoutScript, exports) {
  const { model } = openModel(bytes);
  const layouts = graphLayoutClient(layoutScript);
  return {
    tensor: ({ subgraph, tensor }) => tensorDetails(model, subgraph, tensor),
    channelHistogram: ({ subgraph, tensor, channel }) => channelHistogram(model, subgraph, tensor, channel),
    values: (query) => valuesPage(model, query),
    graph: ({ subgraph }) => graphView(model, subgraph),
    layOut: (graph) => layouts.layOut(graph),
    export: (made) => {
      exports.push(made);
      return `/home/someone/${made.suggestedName ?? made.name ?? 'tensor.npy'}`;
    },
    dispose: () => layouts.dispose(),
  };
}

/** As the page remembers it: the first constant that has a scale for each of several channels, or any. */
export function firstWeights(bytes) {
  const rows = tensorRows(openModel(bytes).model);
  const many = rows.find(({ role, quantization }) => role === 'constant' && (quantization?.scales ?? 0) > 1);
  const found = many ?? rows.find(({ role, bytes: size }) => role === 'constant' && size > 64) ?? rows[0];
  return found ? `${found.subgraph}:${found.index}` : '0:0';
}

/** Layers of three convolutions, of which the last adds what came in before: a network of `operators` operators. */
export function longModel(operators) {
  const activation = (index) => ({
    name: `block_${Math.floor(index / 4)}/activation_${index}`,
    type: 'INT8',
    shape: [1, 16, 16, 8],
    buffer: 0,
    isVariable: false,
    quantization: { scale: Float32Array.of(0.05), zeroPoint: [-3], quantizedDimension: 0 },
  });
  const tensors = Array.from({ length: operators + 1 }, (_, index) => activation(index));
  const weights = tensors.length;
  tensors.push({
    name: 'shared/weights',
    type: 'INT8',
    shape: [8, 1, 1, 8],
    buffer: 1,
    isVariable: false,
    quantization: {
      scale: Float32Array.from({ length: 8 }, (_, channel) => 0.01 + 0.01 * channel),
      zeroPoint: Array.from({ length: 8 }, () => 0),
      quantizedDimension: 0,
    },
  });
  const convolution = {
    name: 'CONV_2D',
    version: 3,
    options: {
      table: 'Conv2DOptions',
      values: { padding: 'SAME', stride_w: 1, stride_h: 1, fused_activation_function: 'RELU' },
    },
  };
  const add = {
    name: 'ADD',
    version: 2,
    options: { table: 'AddOptions', values: { fused_activation_function: 'NONE' } },
  };
  return writeModel({
    version: 3,
    description: 'Generated for measuring.',
    subgraphs: [
      {
        name: 'main',
        tensors,
        inputs: [0],
        outputs: [operators],
        operators: Array.from({ length: operators }, (_, index) =>
          index % 4 === 3
            ? { ...add, inputs: [index, index - 3], outputs: [index + 1] }
            : { ...convolution, inputs: [index, weights, -1], outputs: [index + 1] },
        ),
      },
    ],
    buffers: [new Uint8Array(0), Uint8Array.from({ length: 64 }, (_, index) => (index * 37) & 127)],
    metadata: [],
    signatures: [],
  });
}

/** Two subgraphs run by an IF, with names that try to be markup, paths, formulas, or to turn the writing direction. */
export function hostileModel() {
  const names = [
    '<img src=x onerror="document.title=\'broken\'">',
    '../../etc/passwd',
    '=cmd|"/c calc"!A1',
    '\u202Etxet desrever',
    'مرحبا tensor',
    'x'.repeat(100_000),
  ];
  const tensor = (name, type = 'FLOAT32', shape = [1, 4]) => ({
    name,
    type,
    shape,
    buffer: 0,
    isVariable: false,
  });
  const branch = (name, operator) => ({
    name,
    tensors: [tensor('in'), tensor('out')],
    inputs: [0],
    outputs: [1],
    operators: [{ name: operator, version: 1, inputs: [0], outputs: [1] }],
  });
  return writeModel({
    version: 3,
    description: '<script>document.title = "broken"</script>',
    subgraphs: [
      {
        name: 'main',
        tensors: [tensor('condition', 'BOOL', [1]), ...names.map((name) => tensor(name))],
        inputs: [0, 1],
        outputs: [6],
        operators: [
          {
            name: 'IF',
            version: 1,
            inputs: [0, 1],
            outputs: [2],
            options: { table: 'IfOptions', values: { then_subgraph_index: 1, else_subgraph_index: 2 } },
          },
          { name: 'CUSTOM', customCode: '<b>Bold</b>', version: 1, inputs: [2, 4], outputs: [5] },
          { name: 'RELU', version: 1, inputs: [5], outputs: [6] },
        ],
      },
      branch('then <i>branch</i>', 'RELU'),
      branch('else_branch', 'LOGISTIC'),
    ],
    buffers: [new Uint8Array(0)],
    metadata: [],
    signatures: [],
  });
}

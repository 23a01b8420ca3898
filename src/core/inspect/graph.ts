import type { Model, Operator } from '../tflite/model';
import { operatorName, shapeText } from './displayName';
import { usesOf } from './tensors';

/** For one colour and one mark each. */
export type OperatorGroup =
  | 'convolution'
  | 'dense'
  | 'recurrent'
  | 'pooling'
  | 'activation'
  | 'arithmetic'
  | 'shape'
  | 'quantization'
  | 'control'
  | 'custom'
  | 'other';

export type GraphNode =
  | {
      readonly kind: 'operator';
      readonly id: string;
      readonly operator: number;
      readonly name: string;
      readonly group: OperatorGroup;
      /** Subgraphs that it runs, with the part each plays: `then`, `body` … */
      readonly links: readonly { readonly subgraph: number; readonly part: string }[];
    }
  | {
      readonly kind: 'input' | 'output';
      readonly id: string;
      readonly tensor: number;
      readonly name: string;
    };

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly tensor: number;
  /** Type and shape. */
  readonly label: string;
}

/** One subgraph as nodes and edges; constants are left out, they stand in the tables. */
export interface GraphView {
  readonly subgraph: number;
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Operators of this and other subgraphs that run this one. */
  readonly callers: readonly SubgraphCaller[];
}

export interface SubgraphCaller {
  readonly subgraph: number;
  readonly operator: number;
  readonly name: string;
  /** The part that the subgraph plays: `then`, `body` … */
  readonly part: string;
}

export function graphView(model: Model, subgraphIndex: number): GraphView | undefined {
  const subgraph = model.subgraphs[subgraphIndex];
  if (!subgraph) return undefined;
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const producers = usesOf(subgraph, 'outputs');
  const inputs = new Set(subgraph.inputs);
  /** A sound model writes a tensor once. Where a damaged one does so many times, each reader would have as many edges. */
  const sourceOf = (tensor: number): string | undefined => {
    const producer = producers.get(tensor)?.at(-1);
    if (producer !== undefined) return `op${producer}`;
    return inputs.has(tensor) ? `in${tensor}` : undefined;
  };
  const edge = (to: string, tensor: number) => {
    const from = sourceOf(tensor);
    if (from === undefined) return;
    const { type = '?', shape = [] } = subgraph.tensors[tensor] ?? {};
    edges.push({ from, to, tensor, label: `${type} ${shapeText(shape)}` });
  };
  for (const tensor of inputs) {
    nodes.push({ kind: 'input', id: `in${tensor}`, tensor, name: subgraph.tensors[tensor]?.name ?? '' });
  }
  for (const [index, operator] of subgraph.operators.entries()) {
    nodes.push({
      kind: 'operator',
      id: `op${index}`,
      operator: index,
      name: operatorName(operator),
      group: operator.name === 'CUSTOM' ? 'custom' : (groups[operator.name] ?? 'other'),
      links: linksOf(operator),
    });
    for (const tensor of new Set(operator.inputs)) edge(`op${index}`, tensor);
  }
  for (const tensor of new Set(subgraph.outputs)) {
    nodes.push({ kind: 'output', id: `out${tensor}`, tensor, name: subgraph.tensors[tensor]?.name ?? '' });
    edge(`out${tensor}`, tensor);
  }
  return {
    subgraph: subgraphIndex,
    name: subgraph.name,
    nodes,
    edges,
    callers: callersOf(model, subgraphIndex),
  };
}

function callersOf(model: Model, wanted: number): readonly SubgraphCaller[] {
  return model.subgraphs.flatMap(({ operators }, subgraph) =>
    operators.flatMap((operator, index) =>
      linksOf(operator)
        .filter((link) => link.subgraph === wanted)
        .map(({ part }) => ({ subgraph, operator: index, name: operatorName(operator), part })),
    ),
  );
}

/** Options that name a subgraph, and the part it plays. */
const linkOptions: readonly (readonly [option: string, part: string])[] = [
  ['then_subgraph_index', 'then'],
  ['else_subgraph_index', 'else'],
  ['cond_subgraph_index', 'condition'],
  ['body_subgraph_index', 'body'],
  ['init_subgraph_index', 'init'],
  ['subgraph', 'call'],
];

const linking = new Set(['IF', 'WHILE', 'CALL_ONCE', 'CALL', 'STABLEHLO_WHILE', 'STABLEHLO_COMPOSITE']);

function linksOf(operator: Operator): readonly { readonly subgraph: number; readonly part: string }[] {
  if (!linking.has(operator.name)) return [];
  return linkOptions.flatMap(([option, part]) => {
    const subgraph = operator.options?.values[option];
    return typeof subgraph === 'number' ? [{ subgraph, part }] : [];
  });
}

function group(names: string, name: OperatorGroup): Record<string, OperatorGroup> {
  return Object.fromEntries(names.split(' ').map((operator) => [operator, name]));
}

const groups: Readonly<Record<string, OperatorGroup>> = {
  ...group('CONV_2D DEPTHWISE_CONV_2D TRANSPOSE_CONV CONV_3D CONV_3D_TRANSPOSE', 'convolution'),
  ...group('FULLY_CONNECTED BATCH_MATMUL EMBEDDING_LOOKUP', 'dense'),
  ...group(
    'SVDF RNN LSTM UNIDIRECTIONAL_SEQUENCE_LSTM UNIDIRECTIONAL_SEQUENCE_RNN BIDIRECTIONAL_SEQUENCE_LSTM BIDIRECTIONAL_SEQUENCE_RNN',
    'recurrent',
  ),
  ...group('AVERAGE_POOL_2D MAX_POOL_2D L2_POOL_2D MEAN SUM REDUCE_MAX REDUCE_MIN REDUCE_PROD', 'pooling'),
  ...group(
    'RELU RELU6 RELU_N1_TO_1 RELU_0_TO_1 LEAKY_RELU PRELU ELU GELU LOGISTIC TANH SOFTMAX LOG_SOFTMAX HARD_SWISH',
    'activation',
  ),
  ...group(
    'ADD SUB MUL DIV ADD_N MAXIMUM MINIMUM ABS NEG EXP LOG SQRT RSQRT SQUARE POW SIN COS FLOOR CEIL ROUND SQUARED_DIFFERENCE FLOOR_DIV FLOOR_MOD CUMSUM L2_NORMALIZATION',
    'arithmetic',
  ),
  ...group(
    'RESHAPE EXPAND_DIMS SQUEEZE TRANSPOSE CONCATENATION SPLIT SPLIT_V SLICE STRIDED_SLICE PACK UNPACK PAD PADV2 MIRROR_PAD GATHER GATHER_ND SHAPE TILE FILL BROADCAST_TO BROADCAST_ARGS SPACE_TO_BATCH_ND BATCH_TO_SPACE_ND SPACE_TO_DEPTH DEPTH_TO_SPACE REVERSE_V2 RESIZE_BILINEAR RESIZE_NEAREST_NEIGHBOR',
    'shape',
  ),
  ...group('QUANTIZE DEQUANTIZE CAST FAKE_QUANT', 'quantization'),
  ...group('IF WHILE CALL CALL_ONCE VAR_HANDLE READ_VARIABLE ASSIGN_VARIABLE STABLEHLO_WHILE', 'control'),
};

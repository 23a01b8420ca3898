/** Between the extension host and the worker that lays out graphs. Nodes and edges are numbers: names stay outside. */

export interface GraphToLayOut {
  /** Sizes in the page's pixels at zoom 1. */
  readonly nodes: readonly { readonly width: number; readonly height: number }[];
  /** Indices into `nodes`. */
  readonly edges: readonly { readonly from: number; readonly to: number }[];
}

/** Layers run from top to bottom; units are those of the sizes. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** x and y of the upper left corner, node after node. */
  readonly corners: Float32Array;
  /** Per edge the points of its line, x and y in turn; empty for an edge that leads nowhere. */
  readonly lines: readonly Float32Array[];
}

export interface GraphLayoutClientSide {
  readonly event: { readonly type: never };
  readonly requests: {
    readonly layOut: { readonly params: GraphToLayOut; readonly result: GraphLayout };
  };
}

export interface GraphLayoutWorkerSide {
  readonly event: { readonly type: never };
  readonly requests: Readonly<Record<string, never>>;
}

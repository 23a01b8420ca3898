/** Asks for a graph and lays it out. A large one comes in two steps, its first screen at once: nobody waits for the rest of it. */
import type { GraphView } from '../../src/core/inspect/graph';
import { firstPart, graphToLayOut, GraphScene } from './graphScene';
import type { InspectorPage } from './inspectorPage';
import { textWidths } from './textWidths';

const firstNodes = 120;

export interface PreparedGraph {
  readonly view: GraphView;
  /** The first screen, or everything where `isWhole` says so. */
  readonly first: GraphScene;
  readonly isWhole: boolean;
}

export class GraphPreparation {
  private prepared: { readonly key: string; readonly made: Promise<PreparedGraph | undefined> } | undefined;

  constructor(private readonly page: InspectorPage) {}

  /** The same key gives the same graph. Undefined where the model has no such subgraph. */
  prepare(key: string, subgraph: number): Promise<PreparedGraph | undefined> {
    if (this.prepared?.key === key) return this.prepared.made;
    const made = this.make(subgraph);
    this.prepared = { key, made };
    made.catch(() => {
      // Tried anew when the tab is opened, where a failure can be told.
      if (this.prepared?.made === made) this.prepared = undefined;
    });
    return made;
  }

  async layOut(view: GraphView): Promise<GraphScene> {
    const request = graphToLayOut(view, textWidths());
    return new GraphScene(view, request, await this.page.ask('layOut', request));
  }

  private async make(subgraph: number): Promise<PreparedGraph | undefined> {
    const view = await this.page.ask('graph', { subgraph });
    if (!view) return undefined;
    const isWhole = view.nodes.length <= 2 * firstNodes;
    return { view, first: await this.layOut(isWhole ? view : firstPart(view, firstNodes)), isWhole };
  }
}

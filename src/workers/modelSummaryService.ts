/** Answers about one model: what the worker does for a large file, and the extension host itself for a small one. */
import { checkModel } from '../core/check/check';
import type { Finding } from '../core/check/finding';
import { cArraySourceBytes } from '../core/firmware/cArray';
import { channelHistogram } from '../core/inspect/channelHistogram';
import { feedingView } from '../core/inspect/feeding';
import { graphView, type GraphView } from '../core/inspect/graph';
import { metadataRows } from '../core/inspect/metadataRows';
import { tensorNpy } from '../core/inspect/npy';
import { openModel, type OpenedModel } from '../core/inspect/openModel';
import { operatorRows } from '../core/inspect/operators';
import { sizeView } from '../core/inspect/size';
import { summary } from '../core/inspect/summary';
import { tensorCsv } from '../core/inspect/tensorCsv';
import { tensorDetails, type Histogram, type TensorDetails } from '../core/inspect/tensorDetails';
import { tensorRows } from '../core/inspect/tensors';
import { valuesPage, type ValuesPage, type ValuesQuery } from '../core/inspect/valuesPage';
import { associatedFiles } from '../core/inspect/zipTail';
import type { Model } from '../core/tflite/model';
import type {
  ArraySourceQuery,
  ChannelQuery,
  FindingsQuery,
  ModelFile,
  ModelOverview,
  ModelReading,
  TensorFileQuery,
  TensorQuery,
} from '../protocol/modelWorker';

export class ModelSummaryService {
  private opened: OpenedModel | undefined;

  /** Never throws for the file's sake: what cannot be read is told in `damage`. */
  open({ bytes, fileName }: ModelFile): ModelReading {
    const opened = openModel(bytes);
    this.opened = opened;
    const { model, damage } = opened;
    if (damage.length > 0 && model.subgraphs.length === 0) return { kind: 'nothing', damage };
    return { kind: 'model', overview: overviewOf(opened, fileName) };
  }

  findings({ target, overrides, array }: FindingsQuery): readonly Finding[] {
    const { model, bytes } = this.theModel;
    return checkModel({ model, file: bytes, target, ...(array ? { array } : {}) }, overrides);
  }

  tensor({ subgraph, tensor }: TensorQuery): TensorDetails | undefined {
    return tensorDetails(this.theModel.model, subgraph, tensor);
  }

  channelHistogram({ subgraph, tensor, channel }: ChannelQuery): Histogram | undefined {
    return channelHistogram(this.theModel.model, subgraph, tensor, channel);
  }

  values(query: ValuesQuery): ValuesPage | undefined {
    return valuesPage(this.theModel.model, query);
  }

  graph({ subgraph }: { readonly subgraph: number }): GraphView | undefined {
    return graphView(this.theModel.model, subgraph);
  }

  tensorFile({ subgraph, tensor, format, values }: TensorFileQuery): Uint8Array | undefined {
    const write = format === 'npy' ? tensorNpy : tensorCsv;
    return write(this.theModel.model, subgraph, tensor, values);
  }

  arraySource(array: ArraySourceQuery): Uint8Array {
    return cArraySourceBytes({ ...array, bytes: this.theModel.bytes });
  }

  private get theModel(): OpenedModel {
    if (!this.opened) throw new Error('No model was opened yet.');
    return this.opened;
  }
}

function overviewOf(opened: OpenedModel, fileName: string): ModelOverview {
  const { model, bytes, damage } = opened;
  return {
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
    metadata: metadataRows(model),
    associatedFiles: associatedFiles(bytes),
    signatures: signaturesOf(model),
  };
}

function signaturesOf(model: Model): ModelOverview['signatures'] {
  return model.signatures.map(({ key, subgraph, inputs, outputs }) => ({ key, subgraph, inputs, outputs }));
}

import type { Model } from '../tflite/model';

/** An entry of a model's metadata: a name, and bytes whose meaning goes by it. */
export interface MetadataRow {
  readonly name: string;
  readonly bytes: number;
  /** What it says, where that is a short text, or an offline memory plan. */
  readonly text?: string;
}

const longestTextBytes = 200;
const mostPlaced = 100;
const strict = new TextDecoder('utf-8', { fatal: true });

export function metadataRows(model: Model): readonly MetadataRow[] {
  return model.metadata.map(({ name, buffer }) => {
    const content = model.buffers[buffer] ?? new Uint8Array(0);
    const text = name === 'OfflineMemoryAllocation' ? offlinePlan(content) : shortText(content);
    return { name, bytes: content.length, ...(text === undefined ? {} : { text }) };
  });
}

/** `min_runtime_version` and the like: text, with zeros behind it. */
function shortText(content: Uint8Array): string | undefined {
  const end = content.indexOf(0);
  const said = content.subarray(0, end < 0 ? content.length : end);
  const isPadded = content.subarray(said.length).every((byte) => byte === 0);
  if (said.length === 0 || content.length > longestTextBytes || !isPadded) return undefined;
  try {
    const text = strict.decode(said);
    return /[\p{Cc}\p{Cf}]/u.test(text) ? undefined : text;
  } catch {
    return undefined; // not UTF-8: other bytes than text
  }
}

/**
 * Tensors that have their place in the arena already: `t1 → 0, t4 → 1024`. Words of 32 bits: version, subgraph, number of
 * tensors, then the offset of each, −1 for one that is placed on the device (tensorflow/lite/micro/docs/memory_management.md
 * of tflite-micro).
 */
function offlinePlan(content: Uint8Array): string | undefined {
  const data = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const head = 12;
  if (content.length < head) return undefined;
  const count = Math.min(data.getInt32(8, true), Math.floor((content.length - head) / 4));
  const placed: string[] = [];
  for (let tensor = 0; tensor < count && placed.length <= mostPlaced; tensor++) {
    const offset = data.getInt32(head + 4 * tensor, true);
    if (offset >= 0) placed.push(`t${tensor} → ${offset}`);
  }
  return placed.length > mostPlaced ? `${placed.slice(0, mostPlaced).join(', ')}, …` : placed.join(', ');
}

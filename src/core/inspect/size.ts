import type { Model } from '../tflite/model';
import { fileRegions, type FileRegion } from './fileRegions';
import type { OpenedModel } from './openModel';

/** What the bytes of a part are for. */
export type SizePartKind =
  | 'tensorData'
  | 'metadata'
  | 'unusedData'
  | 'tables'
  | 'vtables'
  | 'vectors'
  | 'strings'
  | 'header'
  | 'padding'
  | 'unknown'
  | 'zip';

export interface SizeView {
  readonly fileBytes: number;
  /** Largest first; they sum to `fileBytes`. */
  readonly parts: readonly {
    readonly kind: SizePartKind;
    readonly bytes: number;
    readonly regions: number;
  }[];
  /** Constant tensors, largest first. A buffer that several share is counted with the first. */
  readonly tensors: readonly TensorSize[];
  readonly duplicates: readonly DuplicateBuffers[];
  readonly savings: {
    /** Text of names and descriptions, which no runtime needs. */
    readonly nameBytes: number;
    /** Content of metadata buffers and the zip behind the model. */
    readonly metadataBytes: number;
    /** All but one copy of equal buffers. */
    readonly duplicateBytes: number;
  };
}

export interface TensorSize {
  readonly subgraph: number;
  readonly tensor: number;
  readonly name: string;
  readonly bytes: number;
}

/** Buffers with the same content. */
export interface DuplicateBuffers {
  readonly buffers: readonly number[];
  readonly bytes: number;
}

/** Where each byte of the file goes. */
export function sizeView({ bytes, model }: OpenedModel): SizeView {
  const regions = fileRegions(bytes);
  const tensorBuffers = new Set(
    model.subgraphs.flatMap(({ tensors }) => tensors.map(({ buffer }) => buffer)),
  );
  const metadataBuffers = new Set(model.metadata.map(({ buffer }) => buffer));
  const kindOf = ({ kind, buffer }: FileRegion): SizePartKind => {
    if (kind !== 'buffer') return regionParts[kind];
    if (tensorBuffers.has(buffer ?? 0)) return 'tensorData';
    return metadataBuffers.has(buffer ?? 0) ? 'metadata' : 'unusedData';
  };
  const parts = new Map<SizePartKind, { bytes: number; regions: number }>();
  for (const region of regions) {
    const kind = kindOf(region);
    const part = parts.get(kind) ?? { bytes: 0, regions: 0 };
    parts.set(kind, { bytes: part.bytes + region.end - region.start, regions: part.regions + 1 });
  }
  const duplicates = duplicateBuffers(model, bytes.length);
  return {
    fileBytes: bytes.length,
    parts: [...parts].map(([kind, part]) => ({ kind, ...part })).sort((a, b) => b.bytes - a.bytes),
    tensors: tensorSizes(model),
    duplicates,
    savings: {
      nameBytes: regions
        .filter(({ isName }) => isName)
        .reduce((total, { start, end }) => total + Math.max(0, end - start - 5), 0),
      metadataBytes: (parts.get('metadata')?.bytes ?? 0) + (parts.get('zip')?.bytes ?? 0),
      duplicateBytes: duplicates.reduce(
        (total, { buffers, bytes: each }) => total + (buffers.length - 1) * each,
        0,
      ),
    },
  };
}

const regionParts: Readonly<Record<Exclude<FileRegion['kind'], 'buffer'>, SizePartKind>> = {
  header: 'header',
  table: 'tables',
  vtable: 'vtables',
  vector: 'vectors',
  string: 'strings',
  padding: 'padding',
  unknown: 'unknown',
  zip: 'zip',
};

function tensorSizes(model: Model): readonly TensorSize[] {
  const counted = new Set<number>([0]);
  const sizes: TensorSize[] = [];
  for (const [subgraph, { tensors }] of model.subgraphs.entries()) {
    for (const [tensor, { name, buffer }] of tensors.entries()) {
      const bytes = model.buffers[buffer]?.length ?? 0;
      if (bytes === 0 || counted.has(buffer)) continue;
      counted.add(buffer);
      sizes.push({ subgraph, tensor, name, bytes });
    }
  }
  return sizes.sort((a, b) => b.bytes - a.bytes);
}

/** Buffers of a few bytes are not worth a line: their table costs as much. */
const smallestDuplicate = 16;

function duplicateBuffers(model: Model, fileBytes: number): readonly DuplicateBuffers[] {
  const groups = new Map<string, number[][]>();
  const places = new Set<string>();
  // Buffers of a sound file do not overlap. Those of a damaged one may hold nearly all of it each.
  let bytesLeft = fileBytes;
  for (const [index, content] of model.buffers.entries()) {
    // Two tables that point to the same bytes cost nothing twice.
    const place = `${content.byteOffset}+${content.length}`;
    if (content.length < smallestDuplicate || places.has(place)) continue;
    places.add(place);
    bytesLeft -= content.length;
    if (bytesLeft < 0) break;
    const key = `${content.length}:${hash(content)}`;
    const candidates = groups.get(key) ?? [];
    const equal = candidates.find(([first]) => sameBytes(model.buffers[first ?? 0], content));
    if (equal) equal.push(index);
    else if (candidates.length < 8) candidates.push([index]);
    groups.set(key, candidates);
  }
  return [...groups.values()]
    .flat()
    .filter((buffers) => buffers.length > 1)
    .map((buffers) => ({ buffers, bytes: model.buffers[buffers[0] ?? 0]?.length ?? 0 }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** FNV-1a, 32 bits. */
function hash(bytes: Uint8Array): number {
  let value = 0x811c9dc5;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a?.length === b.length && a.every((byte, index) => byte === b[index]);
}

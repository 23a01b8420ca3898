/**
 * The parts of TFLite metadata that say how to feed a model. Field ids are those of `metadata_schema.fbs`
 * (tensorflow/tflite-support, tensorflow_lite_support/metadata, schema version 1.1.0). Nothing in the buffer is trusted:
 * every offset is checked against it, and all that is read is limited, since many offsets may lead to one text.
 */
export interface ModelMetadata {
  readonly about: {
    readonly name?: string;
    readonly description?: string;
    readonly author?: string;
    readonly license?: string;
  };
  readonly inputs: readonly TensorMetadata[];
  readonly outputs: readonly TensorMetadata[];
}

export interface TensorMetadata {
  readonly name?: string;
  readonly description?: string;
  readonly dimensionNames: readonly string[];
  readonly colorSpace?: 'RGB' | 'GRAYSCALE';
  /** Fed value = (x − mean) / std, per channel or one for all. */
  readonly normalization?: { readonly mean: readonly number[]; readonly std: readonly number[] };
  /** Range of the real values. */
  readonly minimum: readonly number[];
  readonly maximum: readonly number[];
  readonly files: readonly AssociatedFile[];
}

export interface AssociatedFile {
  readonly name: string;
  readonly kind: AssociatedFileKind;
}

export type AssociatedFileKind =
  'unknown' | 'descriptions' | 'axisLabels' | 'valueLabels' | 'calibration' | 'vocabulary';

const fileKinds: readonly AssociatedFileKind[] = [
  'unknown',
  'descriptions',
  'axisLabels',
  'valueLabels',
  'calibration',
  'vocabulary',
];

const identifier = 'M001';
/** Of all lists together; a model has a few dozen. */
const mostEntries = 10_000;
const longestText = 4096;
/** Of all texts together. */
const mostTextBytes = 1_000_000;
const normalizationOptions = 1;
const imageProperties = 2;

/** Undefined where the buffer is no metadata. */
export function readMetadata(buffer: Uint8Array): ModelMetadata | undefined {
  if (buffer.length < 8 || new TextDecoder().decode(buffer.subarray(4, 8)) !== identifier) return undefined;
  const source = new MetadataSource(buffer);
  const root = MetadataTable.at(source, source.view.getUint32(0, true));
  if (!root) return undefined;
  const main = root.tables(3)[0];
  return {
    about: {
      ...optional('name', root.text(0)),
      ...optional('description', root.text(1)),
      ...optional('author', root.text(4)),
      ...optional('license', root.text(5)),
    },
    inputs: main?.tables(2).map(tensorMetadata) ?? [],
    outputs: main?.tables(3).map(tensorMetadata) ?? [],
  };
}

function tensorMetadata(table: MetadataTable): TensorMetadata {
  const content = table.table(3);
  const image = content?.byte(0) === imageProperties ? content.table(1) : undefined;
  const colorSpace = (['RGB', 'GRAYSCALE'] as const)[(image?.byte(0) ?? 0) - 1];
  const normalization = table
    .tables(4)
    .filter((unit) => unit.byte(0) === normalizationOptions)
    .map((unit) => unit.table(1))
    .map((options) => ({ mean: options?.floats(0) ?? [], std: options?.floats(1) ?? [] }))[0];
  const stats = table.table(5);
  return {
    ...optional('name', table.text(0)),
    ...optional('description', table.text(1)),
    dimensionNames: table.texts(2),
    ...optional('colorSpace', colorSpace),
    ...optional('normalization', normalization),
    maximum: stats?.floats(0) ?? [],
    minimum: stats?.floats(1) ?? [],
    files: table
      .tables(6)
      .map((file) => ({ name: file.text(0) ?? '', kind: fileKinds[file.byte(2) ?? 0] ?? 'unknown' })),
  };
}

/** For spreading: nothing where there is no value. */
function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return value === undefined ? {} : (Object.fromEntries([[key, value]]) as Partial<Record<Key, Value>>);
}

/** The bytes, and how much of them may still be read. */
class MetadataSource {
  readonly view: DataView;
  private entriesLeft = mostEntries;
  private textBytesLeft = mostTextBytes;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** How many entries of a list of `count` may be read; counts them. */
  takeEntries(count: number): number {
    const taken = Math.min(count, this.entriesLeft);
    this.entriesLeft -= taken;
    return taken;
  }

  text(start: number, length: number): string {
    const taken = Math.min(length, longestText, this.textBytesLeft);
    this.textBytesLeft -= taken;
    return new TextDecoder().decode(this.bytes.subarray(start, start + taken));
  }
}

/** A table of a FlatBuffer; fields that are absent or lead outside give undefined or nothing. */
class MetadataTable {
  private readonly view: DataView;

  private constructor(
    private readonly source: MetadataSource,
    private readonly position: number,
    private readonly vtable: number,
    private readonly vtableBytes: number,
  ) {
    this.view = source.view;
  }

  static at(source: MetadataSource, position: number): MetadataTable | undefined {
    const { view } = source;
    if (position < 4 || position + 4 > view.byteLength) return undefined;
    const vtable = position - view.getInt32(position, true);
    if (vtable < 0 || vtable + 4 > view.byteLength) return undefined;
    const vtableBytes = view.getUint16(vtable, true);
    return vtable + vtableBytes > view.byteLength
      ? undefined
      : new MetadataTable(source, position, vtable, vtableBytes);
  }

  byte(slot: number): number | undefined {
    const at = this.field(slot, 1);
    return at === undefined ? undefined : this.view.getUint8(at);
  }

  table(slot: number): MetadataTable | undefined {
    const at = this.target(this.field(slot, 4));
    return at === undefined ? undefined : MetadataTable.at(this.source, at);
  }

  text(slot: number): string | undefined {
    return this.textAt(this.target(this.field(slot, 4)));
  }

  tables(slot: number): readonly MetadataTable[] {
    return this.entries(slot).flatMap((at) => MetadataTable.at(this.source, at) ?? []);
  }

  texts(slot: number): readonly string[] {
    return this.entries(slot).flatMap((at) => this.textAt(at) ?? []);
  }

  floats(slot: number): readonly number[] {
    const vector = this.target(this.field(slot, 4));
    if (vector === undefined) return [];
    const count = this.source.takeEntries(this.view.getUint32(vector, true));
    if (vector + 4 + 4 * count > this.view.byteLength) return [];
    return Array.from({ length: count }, (_, index) => this.view.getFloat32(vector + 4 + 4 * index, true));
  }

  private field(slot: number, size: number): number | undefined {
    const entry = 4 + 2 * slot;
    if (entry + 2 > this.vtableBytes) return undefined;
    const offset = this.view.getUint16(this.vtable + entry, true);
    const at = this.position + offset;
    return offset === 0 || at + size > this.view.byteLength ? undefined : at;
  }

  /** Where the offset at `at` leads: a place with at least four bytes. */
  private target(at: number | undefined): number | undefined {
    if (at === undefined) return undefined;
    const target = at + this.view.getUint32(at, true);
    return target + 4 > this.view.byteLength ? undefined : target;
  }

  private entries(slot: number): readonly number[] {
    const vector = this.target(this.field(slot, 4));
    if (vector === undefined) return [];
    const count = this.source.takeEntries(this.view.getUint32(vector, true));
    if (vector + 4 + 4 * count > this.view.byteLength) return [];
    return Array.from({ length: count }, (_, index) => this.target(vector + 4 + 4 * index)).flatMap(
      (at) => at ?? [],
    );
  }

  private textAt(at: number | undefined): string | undefined {
    if (at === undefined) return undefined;
    const length = this.view.getUint32(at, true);
    if (at + 4 + length > this.view.byteLength) return undefined;
    return this.source.text(at + 4, length);
  }
}

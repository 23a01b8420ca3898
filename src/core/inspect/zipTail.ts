/** Files packed behind a `.tflite`: TFLite metadata appends labels and vocabularies as a zip. */
export interface ZipTail {
  /** Byte of the file where the zip begins. */
  readonly start: number;
  readonly files: readonly ZipFile[];
}

export interface ZipFile {
  readonly name: string;
  /** Unpacked size. */
  readonly bytes: number;
  /** The content where it is stored as it is; absent where it is compressed. */
  readonly content?: Uint8Array;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const longestComment = 0xffff;
const mostFiles = 1000;

/** Source: PKWARE APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16. Undefined where no sound zip ends the file. */
export function readZipTail(bytes: Uint8Array): ZipTail | undefined {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(data);
  if (end < 0) return undefined;
  const count = Math.min(data.getUint16(end + 10, true), mostFiles);
  const directoryBytes = data.getUint32(end + 12, true);
  // Offsets count from the start of the file or of the zip, by the tool that wrote it: the difference is the shift.
  const directory = end - directoryBytes;
  const shift = directory - data.getUint32(end + 16, true);
  if (directory < 0 || shift < 0) return undefined;
  const files: ZipFile[] = [];
  let start = directory;
  for (let at = directory, index = 0; index < count; index++) {
    if (at + 46 > end || data.getUint32(at, true) !== entrySignature) return undefined;
    const nameBytes = data.getUint16(at + 28, true);
    const local = shift + data.getUint32(at + 42, true);
    if (local + 30 > directory || data.getUint32(local, true) !== localSignature) return undefined;
    start = Math.min(start, local);
    const unpacked = data.getUint32(at + 24, true);
    const contentAt = local + 30 + data.getUint16(local + 26, true) + data.getUint16(local + 28, true);
    const isStored = data.getUint16(at + 10, true) === 0 && contentAt + unpacked <= directory;
    files.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, Math.min(end, at + 46 + nameBytes))),
      bytes: unpacked,
      ...(isStored ? { content: bytes.subarray(contentAt, contentAt + unpacked) } : {}),
    });
    at += 46 + nameBytes + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return files.length === 0 ? undefined : { start, files };
}

/** Names and unpacked sizes of the files behind a model. */
export function associatedFiles(bytes: Uint8Array): readonly Pick<ZipFile, 'name' | 'bytes'>[] {
  return (readZipTail(bytes)?.files ?? []).map(({ name, bytes: unpacked }) => ({ name, bytes: unpacked }));
}

/** Position of the record that ends the zip and the file, or −1. */
function endRecord(data: DataView): number {
  const last = data.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (
      data.getUint32(at, true) === endSignature &&
      at + endBytes + data.getUint16(at + 20, true) === data.byteLength
    ) {
      return at;
    }
  }
  return -1;
}

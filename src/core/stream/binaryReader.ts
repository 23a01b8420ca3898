/**
 * Numbers sent as bytes: channels one after the other without framing, or in frames
 * `sync word, [size], payload, [checksum]` as the program serialplot expects them.
 * Every byte is either part of a sample or counted in `skippedBytes`; memory is bounded by one frame.
 */
import { sentence, type Sentence } from '../../../l10n/sentences';
import { bytesPerSample, type BinaryFormat, type BinaryLayout, type FrameSize, type Framing } from './format';

export interface BinarySink {
  /** One value per channel. */
  sample(values: readonly number[]): void;
  reject(reason: Sentence): void;
}

export class BinaryReader {
  /** Bytes that belonged to no sample. */
  skippedBytes = 0;
  private held: Uint8Array = new Uint8Array(0);
  /** Bytes taken off the front of the stream so far, so that a reason can name a place. */
  private offset = 0;
  private skipRequested = 0;
  private readonly sampleBytes: number;

  constructor(
    private readonly format: BinaryFormat,
    private readonly sink: BinarySink,
  ) {
    this.sampleBytes = format.layout.channels * bytesPerSample(format.layout.type);
  }

  push(chunk: Uint8Array): void {
    const bytes = this.withHeld(chunk);
    const used =
      this.format.kind === 'binary' ? this.readBare(bytes) : this.readFrames(bytes, this.format.framing);
    this.held = bytes.slice(used);
    this.offset += used;
  }

  /** Bytes without framing can be off by some: leaves out one byte, or one channel's bytes. */
  skip(what: 'byte' | 'value'): void {
    this.skipRequested += what === 'byte' ? 1 : bytesPerSample(this.format.layout.type);
  }

  /** The sample or frame under way. */
  get unfinished(): Uint8Array {
    return this.held;
  }

  end(): void {
    this.skippedBytes += this.held.length;
    this.held = new Uint8Array(0);
  }

  private withHeld(chunk: Uint8Array): Uint8Array {
    if (this.held.length === 0) return chunk;
    const bytes = new Uint8Array(this.held.length + chunk.length);
    bytes.set(this.held);
    bytes.set(chunk, this.held.length);
    return bytes;
  }

  private readBare(bytes: Uint8Array): number {
    let at = Math.min(this.skipRequested, bytes.length);
    this.skipRequested -= at;
    this.skippedBytes += at;
    for (; at + this.sampleBytes <= bytes.length; at += this.sampleBytes) {
      this.sink.sample(readSample(bytes, at, this.format.layout));
    }
    return at;
  }

  private readFrames(bytes: Uint8Array, framing: Framing): number {
    const { syncWord, checksum } = framing;
    let at = 0;
    for (;;) {
      const start = findSync(bytes, at, syncWord);
      this.skippedBytes += start - at;
      const sizeAt = start + syncWord.length;
      if (sizeAt > bytes.length) return start;
      const payload = readSize(bytes, sizeAt, framing.size);
      if (payload === undefined) return start;
      const from = sizeAt + payload.headerBytes;
      const end = from + payload.bytes + (checksum ? 1 : 0);
      if (payload.bytes === 0 || payload.bytes % this.sampleBytes !== 0) {
        this.sink.reject(
          sentence('stream.frameSize', {
            offset: this.offset + start,
            bytes: payload.bytes,
            sample: this.sampleBytes,
          }),
        );
        at = this.passSync(start, syncWord.length);
        continue;
      }
      if (end > bytes.length) return start;
      const sum = checksum ? checksumOf(bytes, from, from + payload.bytes) : 0;
      if (checksum && sum !== bytes[end - 1]) {
        this.sink.reject(
          sentence('stream.frameChecksum', {
            offset: this.offset + start,
            found: bytes[end - 1] ?? 0,
            expected: sum,
          }),
        );
        at = this.passSync(start, syncWord.length);
        continue;
      }
      for (let sample = from; sample < from + payload.bytes; sample += this.sampleBytes) {
        this.sink.sample(readSample(bytes, sample, this.format.layout));
      }
      at = end;
    }
  }

  /** After a bad frame the search goes on behind its sync word: the true one may stand inside what was taken for payload. */
  private passSync(start: number, syncBytes: number): number {
    this.skippedBytes += syncBytes;
    return start + syncBytes;
  }
}

/** Index of the sync word, or of the first byte that may be the beginning of one cut off by the chunk's end. */
function findSync(bytes: Uint8Array, from: number, syncWord: readonly number[]): number {
  const first = syncWord[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    const matches = syncWord.every((byte, index) => at + index >= bytes.length || bytes[at + index] === byte);
    if (matches) return at;
  }
  return bytes.length;
}

function readSize(
  bytes: Uint8Array,
  at: number,
  size: FrameSize,
): { readonly bytes: number; readonly headerBytes: number } | undefined {
  if (size.kind === 'fixed') return { bytes: size.payloadBytes, headerBytes: 0 };
  const first = bytes[at];
  const second = bytes[at + 1];
  if (size.kind === 'oneByte') return first === undefined ? undefined : { bytes: first, headerBytes: 1 };
  if (first === undefined || second === undefined) return undefined;
  return { bytes: size.littleEndian ? first + 256 * second : 256 * first + second, headerBytes: 2 };
}

function checksumOf(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum = (sum + (bytes[at] ?? 0)) & 0xff;
  return sum;
}

function readSample(bytes: Uint8Array, from: number, layout: BinaryLayout): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset + from);
  const step = bytesPerSample(layout.type);
  const values: number[] = [];
  for (let channel = 0; channel < layout.channels; channel++)
    values.push(readValue(view, channel * step, layout));
  return values;
}

function readValue(view: DataView, at: number, { type, littleEndian }: BinaryLayout): number {
  switch (type) {
    case 'uint8':
      return view.getUint8(at);
    case 'int8':
      return view.getInt8(at);
    case 'uint16':
      return view.getUint16(at, littleEndian);
    case 'int16':
      return view.getInt16(at, littleEndian);
    case 'uint32':
      return view.getUint32(at, littleEndian);
    case 'int32':
      return view.getInt32(at, littleEndian);
    case 'float32':
      return view.getFloat32(at, littleEndian);
    case 'float64':
      return view.getFloat64(at, littleEndian);
  }
}

/** Ways of damaging a file, each described by what it changes, so that another program can make the same damage. */
import { readModel } from '../../../src/core/tflite/read';

export interface Mutation {
  /** Length of the damaged file; not more than that of the sound one. */
  readonly length: number;
  /** Position and new value of each changed byte. */
  readonly edits: readonly (readonly [position: number, value: number])[];
}

export function mutated(sound: Uint8Array, { length, edits }: Mutation): Uint8Array {
  const bytes = sound.slice(0, length);
  for (const [position, value] of edits) bytes[position] = value;
  return bytes;
}

/** Every byte inverted, and every single bit of it: nine mutations a byte. */
export function* everyByteAndBit(sound: Uint8Array): Generator<Mutation> {
  const { length } = sound;
  for (const [position, value] of sound.entries()) {
    for (const mask of [0xff, 1, 2, 4, 8, 16, 32, 64, 128])
      yield { length, edits: [[position, value ^ mask]] };
  }
}

/** Every byte inverted, and one bit of each in turn: a quick sample of the above. */
export function* everyByteAndOneBit(sound: Uint8Array): Generator<Mutation> {
  const { length } = sound;
  for (const [position, value] of sound.entries()) {
    for (const mask of [0xff, 1 << (position % 8)]) yield { length, edits: [[position, value ^ mask]] };
  }
}

export function* everyTruncation(sound: Uint8Array): Generator<Mutation> {
  for (let length = 0; length < sound.length; length++) yield { length, edits: [] };
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Values that break offsets, lengths and indices more often than chance does. */
const hostileWords = [0, 1, 3, 4, 8, 127, 255, 65535, 0x7fffffff, 0x80000000, 0xfffffffc, 0xffffffff];

/** Up to 16 changes: single bytes, whole words, and words copied from elsewhere in the file; most of them outside tensor data. */
export function* randomMutations(sound: Uint8Array, count: number, seed: number): Generator<Mutation> {
  const random = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const isData = new Uint8Array(sound.length);
  for (const buffer of readModel(sound).buffers) {
    isData.fill(
      1,
      buffer.byteOffset - sound.byteOffset,
      buffer.byteOffset - sound.byteOffset + buffer.length,
    );
  }
  const structure = Array.from(sound.keys()).filter((position) => isData[position] === 0);
  const data = new DataView(sound.buffer, sound.byteOffset, sound.byteLength);

  for (let index = 0; index < count; index++) {
    const edits: [number, number][] = [];
    const setWord = (position: number, word: number): void => {
      for (let byte = 0; byte < 4; byte++) edits.push([position + byte, (word >>> (8 * byte)) & 255]);
    };
    for (let change = below(16); change >= 0; change--) {
      const anywhere = random() < 0.1;
      const position = anywhere ? below(sound.length) : (structure[below(structure.length)] ?? 0);
      const word = Math.min(position & ~3, (sound.length & ~3) - 4);
      const kind = below(4);
      if (kind === 0) setWord(word, hostileWords[below(hostileWords.length)] ?? 0);
      else if (kind === 1)
        setWord(word, data.getUint32((structure[below(structure.length)] ?? 0) & ~3, true));
      else edits.push([position, below(256)]);
    }
    const length = random() < 0.02 ? below(sound.length) : sound.length;
    yield { length, edits: edits.filter(([position]) => position < length) };
  }
}

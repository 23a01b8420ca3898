import { sentence, type Sentence } from '../../../../l10n/sentences';

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((value, index) => bytes[index] === value);
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** What people pick by mistake, by its first bytes. */
const otherKinds: readonly { readonly start: readonly number[]; readonly say: () => Sentence }[] = [
  { start: [0xff, 0xd8, 0xff], say: () => sentence('tflite.isJpeg') },
  { start: [0x50, 0x4b, 0x03, 0x04], say: () => sentence('tflite.isZip') },
  { start: [0x89, 0x48, 0x44, 0x46], say: () => sentence('tflite.isHdf5') },
  { start: ascii('version https://git-lfs'), say: () => sentence('tflite.isGitLfsPointer') },
];

/** Nothing where the bytes say that they are a `.tflite` file, else a sentence that says what they are. */
export function saysItIsNoModel(bytes: Uint8Array): Sentence | undefined {
  if (bytes.length === 0) return sentence('tflite.isEmpty');
  const other = otherKinds.find(({ start }) => startsWith(bytes, start));
  if (other !== undefined) return other.say();
  if (bytes.length < 8) return sentence('tflite.isTooShort', { bytes: bytes.length });
  if (startsWith(bytes.subarray(4), ascii('TFL3'))) return undefined;
  const found = Array.from(bytes.subarray(4, 8), (value) => value.toString(16).padStart(2, '0')).join(' ');
  return sentence('tflite.hasNoIdentifier', { found });
}

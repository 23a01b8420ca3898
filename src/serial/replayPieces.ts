/** A recording as pieces of bytes with the time at which each came, in milliseconds since the first. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { chunkTimesPath } from './recordedNames';

export interface ReplayPiece {
  readonly atMs: number;
  readonly bytes: Uint8Array;
}

/** Rows closer together than this come as one piece, as they would from an operating system. */
const bucketMs = 10;
/** Raw bytes without their times are played as if at 115,200 baud. */
const bytesPerSecondUntimed = 11_520;
const newline = 0x0a;

/** `.raw` files are played with the times in the file beside them; everything else is rows with the time in the first column. */
export function replayPieces(path: string): AsyncGenerator<ReplayPiece> {
  return path.toLowerCase().endsWith('.raw') ? rawPieces(path) : rowPieces(path);
}

async function* rowPieces(path: string): AsyncGenerator<ReplayPiece> {
  let rest: Buffer = Buffer.alloc(0);
  let firstMs: number | undefined;
  let lastMs = 0;
  let piece: Buffer[] = [];
  let pieceMs = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      const line = bytes.subarray(from, end + 1);
      from = end + 1;
      const stamp = timeOf(line);
      if (stamp !== undefined) {
        firstMs ??= stamp;
        lastMs = Math.max(lastMs, stamp - firstMs);
      }
      if (piece.length > 0 && lastMs - pieceMs >= bucketMs) {
        yield { atMs: pieceMs, bytes: Buffer.concat(piece) };
        piece = [];
      }
      if (piece.length === 0) pieceMs = lastMs;
      piece.push(line);
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) piece.push(rest);
  if (piece.length > 0) yield { atMs: pieceMs, bytes: Buffer.concat(piece) };
}

/** Milliseconds in the first field; undefined for a header. */
function timeOf(line: Buffer): number | undefined {
  const text = line.toString('latin1', 0, 32);
  const field = text.split(/[,;\t\r\n ]/, 1)[0] ?? '';
  const value = field === '' ? Number.NaN : Number(field);
  return Number.isFinite(value) ? value : undefined;
}

async function* rawPieces(path: string): AsyncGenerator<ReplayPiece> {
  const times = (await readFile(chunkTimesPath(path), 'utf8').catch(() => '')).split('\n');
  let rest: Buffer = Buffer.alloc(0);
  let next = 0;
  let firstMs: number | undefined;
  let atMs = 0;
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (;;) {
      const [stamp = Number.NaN, length = Number.NaN] = (times[next] ?? '').split(',').map(Number);
      const isTimed = Number.isFinite(stamp) && Number.isInteger(length) && length > 0;
      if (isTimed && rest.length < length) break;
      const bytes = rest.subarray(0, isTimed ? length : 1024);
      if (bytes.length === 0) break;
      if (isTimed) {
        firstMs ??= stamp;
        atMs = stamp - firstMs;
        next++;
      } else {
        atMs += (bytes.length * 1000) / bytesPerSecondUntimed;
      }
      yield { atMs, bytes };
      rest = rest.subarray(bytes.length);
    }
  }
  if (rest.length > 0) yield { atMs, bytes: rest };
}

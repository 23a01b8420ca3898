/** A recording as pieces of bytes with the time at which each came, in milliseconds since the first. However long it is, little of it is in memory. */
import { createReadStream } from 'node:fs';
import { chunkTimesPath } from './recordedNames';
import { bytesPerSecondUntimed, RecordedTimes } from './recordedTimes';

export interface ReplayPiece {
  readonly atMs: number;
  readonly bytes: Uint8Array;
}

/** Rows closer together than this come as one piece, as they would from an operating system. */
const bucketMs = 10;
/** Larger pieces would hold up whoever reads them; a longer line is none. */
const mostPieceBytes = 65_536;
const untimedBytes = 1024;
/** No source hands over more at once. */
const mostChunkBytes = 1024 * 1024;
const newline = 0x0a;

/** `.raw` files are played with the times in the file beside them; everything else line by line. */
export function replayPieces(path: string): AsyncGenerator<ReplayPiece> {
  return path.toLowerCase().endsWith('.raw') ? rawPieces(path) : rowPieces(path);
}

async function* rowPieces(path: string): AsyncGenerator<ReplayPiece> {
  const times = new RecordedTimes();
  let piece: Buffer[] = [];
  let pieceBytes = 0;
  let pieceMs = 0;
  for await (const line of linesOf(path)) {
    const atMs = times.of(line);
    if (piece.length > 0 && (atMs - pieceMs >= bucketMs || pieceBytes + line.length > mostPieceBytes)) {
      yield { atMs: pieceMs, bytes: Buffer.concat(piece) };
      piece = [];
      pieceBytes = 0;
    }
    if (piece.length === 0) pieceMs = atMs;
    piece.push(line);
    pieceBytes += line.length;
  }
  if (piece.length > 0) yield { atMs: pieceMs, bytes: Buffer.concat(piece) };
}

async function* rawPieces(path: string): AsyncGenerator<ReplayPiece> {
  const times = linesOf(chunkTimesPath(path));
  // Without that file there are no times.
  const nextTime = async (): Promise<ChunkTime | undefined> =>
    chunkTime(
      await times.next().then(
        ({ value }) => value,
        () => undefined,
      ),
    );
  let rest: Buffer = Buffer.alloc(0);
  let next = await nextTime();
  const firstMs = next?.stampMs ?? 0;
  let atMs = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      rest = Buffer.concat([rest, chunk as Buffer]);
      while (rest.length > 0 && !(next && rest.length < next.bytes)) {
        const bytes = rest.subarray(0, next?.bytes ?? untimedBytes);
        atMs = next ? next.stampMs - firstMs : atMs + (bytes.length * 1000) / bytesPerSecondUntimed;
        yield { atMs, bytes };
        rest = rest.subarray(bytes.length);
        if (next) next = await nextTime();
      }
    }
    if (rest.length > 0) yield { atMs, bytes: rest };
  } finally {
    await times.return(undefined);
  }
}

interface ChunkTime {
  readonly stampMs: number;
  readonly bytes: number;
}

/** `milliseconds,bytes`. */
function chunkTime(line: Buffer | undefined): ChunkTime | undefined {
  const [stampMs = Number.NaN, bytes = Number.NaN] = (line?.toString() ?? '').split(',').map(Number);
  const isWhole = Number.isFinite(stampMs) && Number.isInteger(bytes) && bytes > 0 && bytes <= mostChunkBytes;
  return isWhole ? { stampMs, bytes } : undefined;
}

/** Lines with their newline; one that is too long comes in parts. */
async function* linesOf(path: string): AsyncGenerator<Buffer, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      yield bytes.subarray(from, end + 1);
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length < mostPieceBytes) continue;
    yield rest;
    rest = Buffer.alloc(0);
  }
  if (rest.length > 0) yield rest;
  return undefined;
}

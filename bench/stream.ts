/**
 * How fast serial lines are read, and how that compares with the usual way (npm serialport's ReadlineParser, then split
 * and Number) on the same bytes in the same run. `--fuzz N` also parses N fuzzed lines and prints the slowest.
 *
 * Run: npx esbuild bench/stream.ts --bundle --platform=node --external:serialport --outfile=.cache/bench-stream.cjs
 *      && node .cache/bench-stream.cjs [--fuzz 1000000]
 */
import { ReadlineParser } from 'serialport';
import { AUTO, type LineFormat } from '../src/core/stream/format';
import { LineSplitter } from '../src/core/stream/lineSplitter';
import { parseLine } from '../src/core/stream/parseLine';
import { StreamSession } from '../src/core/stream/session';
import { CORPUS } from '../test/unit/stream/corpus';
import { fuzzedLines } from '../test/unit/stream/fuzz';

const LINES = 400_000;
const CHUNK_BYTES = 4096;
const ROUNDS = 3;

const DIALECTS: readonly (readonly [name: string, line: (row: number) => string])[] = [
  ['1.23,4.56', (row) => `${((row % 999) / 100).toFixed(2)},${(((row * 7) % 999) / 100).toFixed(2)}`],
  ['x:1.23, y:4.56', (row) => `x:${((row % 999) / 100).toFixed(2)}, y:4.56`],
  ['6-axis CSV', (row) => `-0.123,9.806,0.${100 + (row % 899)},-12.5,3.25,0.75`],
  ['>x:1.234', (row) => `>x:1.${100 + (row % 899)}`],
  ['{"x":1,"y":2.5}', (row) => `{"x":${row},"y":2.5}`],
  ['log text', (row) => `I (${row}) wifi: connected to the access point`],
];

function chunksOf(line: (row: number) => string): readonly Buffer[] {
  const bytes = Buffer.from(Array.from({ length: LINES }, (_, row) => `${line(row)}\r\n`).join(''));
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) chunks.push(bytes.subarray(at, at + CHUNK_BYTES));
  return chunks;
}

/** CPU seconds of the best of a few rounds: what else the machine does counts little. */
function cpuSeconds(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

let checksum = 0;

function readlineAndSplit(chunks: readonly Buffer[]): void {
  const parser = new ReadlineParser({ delimiter: '\r\n' });
  parser.on('data', (line: string) => {
    for (const field of line.split(',')) checksum += Number(field) || 0;
  });
  for (const chunk of chunks) parser.write(chunk);
}

function splitAndParse(chunks: readonly Buffer[], format: LineFormat): void {
  const splitter = new LineSplitter({
    line: (text) => {
      checksum += parseLine(text, format).kind.length;
    },
    tooLong: () => undefined,
  });
  for (const chunk of chunks) splitter.push(chunk);
}

function wholeSession(chunks: readonly Buffer[]): void {
  let rows = 0;
  const session = new StreamSession({ row: () => rows++ });
  for (const [index, chunk] of chunks.entries()) session.push(chunk, index);
  checksum += rows;
}

const thousands = (seconds: number): string => `${Math.round(LINES / seconds / 1000)} k`.padStart(9);

console.log(`lines per second of CPU, ${LINES} lines in chunks of ${CHUNK_BYTES} bytes, best of ${ROUNDS}`);
console.log('line'.padEnd(18) + ' Readline  ours, auto   ratio  ours, stored   ratio');
for (const [name, line] of DIALECTS) {
  const chunks = chunksOf(line);
  const usual = cpuSeconds(() => {
    readlineAndSplit(chunks);
  });
  const parsed = cpuSeconds(() => {
    splitAndParse(chunks, AUTO);
  });
  const stored = cpuSeconds(() => {
    wholeSession(chunks);
  });
  const ratios = [usual / parsed, usual / stored].map((ratio) => ratio.toFixed(2).padStart(7));
  console.log(
    `${name.padEnd(18)}${thousands(usual)}   ${thousands(parsed)} ${ratios[0] ?? ''}     ${thousands(stored)} ${ratios[1] ?? ''}`,
  );
}

const noNewline = Array.from({ length: 5120 }, () => Buffer.alloc(4096, 'a'));
const secondsWithout = cpuSeconds(() => {
  splitAndParse(noNewline, AUTO);
});
console.log(`20 MB without a newline: ${secondsWithout.toFixed(3)} s of CPU`);

const fuzzAt = process.argv.indexOf('--fuzz');
if (fuzzAt > 0) {
  const count = Number(process.argv[fuzzAt + 1]);
  let slowest = { ms: 0, line: '' };
  const seeds = CORPUS.map((row) => row.line);
  for (const line of fuzzedLines(seeds, count, 1)) {
    const before = process.cpuUsage();
    parseLine(line, AUTO);
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 > slowest.ms) slowest = { ms: (user + system) / 1000, line };
  }
  console.log(
    `${count} fuzzed lines, the slowest ${slowest.ms.toFixed(2)} ms of CPU (garbage collection included): ` +
      JSON.stringify(slowest.line.slice(0, 60)),
  );
}
if (Number.isNaN(checksum)) console.log('nothing was read');

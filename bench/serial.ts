/**
 * Whether a line is lost between a serial port and its recording, and what it costs: a pseudo terminal in which another
 * process prints `1.23,4.56`, the port process, the worker, a recording and a page that draws each picture at once.
 * Beside it, on the same pseudo terminal, npm serialport's ReadlineParser with split and Number.
 *
 * Run: npm run bench serial -- [seconds, default 10] [lines a second, 0 for unthrottled; default: three rates]. Needs socat.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { ReadlineParser, SerialPort } from 'serialport';
import type { StreamStatus } from '../src/protocol/streamWorker';
import { startStreamWorker } from '../src/workers/streamClient';
import { buildForNode } from '../test/nodeBundle';

const seconds = Number(process.argv[2] ?? 10);
const rates = process.argv[3] === undefined ? [20_000, 120_000, 0] : [Number(process.argv[3])];
const folder = mkdtempSync(join(tmpdir(), 'bench-serial-'));
const scripts = { worker: join(folder, 'dist/stream.worker.js'), port: join(folder, 'dist/port.process.js') };

/** Prints lines at a rate (0: as fast as they are taken), numbered so that a lost one shows, then ends. */
const printer = `
const fs = require('node:fs');
const [path, rate, lines] = [process.argv[1], Number(process.argv[2]), Number(process.argv[3])];
const fd = fs.openSync(path, 'r+');
const text = (from, to) => {
  let block = '';
  for (let row = from; row < to; row++) block += (row % 1000000) + ',' + ((row % 997) / 8) + '\\r\\n';
  return block;
};
fs.writeSync(fd, 'cut off\\r\\n');
const began = performance.now();
let sent = 0;
const step = () => {
  const due = rate === 0 ? sent + 2000 : Math.floor(((performance.now() - began) * rate) / 1000);
  const to = Math.min(lines, due);
  const block = Buffer.from(text(sent, to));
  for (let at = 0; at < block.length;) at += fs.writeSync(fd, block, at);
  sent = to;
  if (sent < lines) setTimeout(step, rate === 0 ? 0 : 5);
  else { console.log((performance.now() - began) / 1000); setTimeout(() => process.exit(), 1000); }
};
step();`;

interface Cable {
  readonly monitorPath: string;
  readonly boardPath: string;
  readonly socat: ChildProcess;
}

let nextCable = 1;
async function plug(): Promise<Cable> {
  const [monitorPath, boardPath] = ['monitor', 'board'].map((end) =>
    join(folder, `${String(nextCable)}-${end}`),
  );
  nextCable++;
  if (monitorPath === undefined || boardPath === undefined) throw new Error('No names.');
  const socat = spawn('socat', [
    '-b',
    '65536',
    `pty,raw,echo=0,link=${monitorPath}`,
    `pty,raw,echo=0,link=${boardPath}`,
  ]);
  while (!(existsSync(monitorPath) && existsSync(boardPath))) await sleep(10);
  return { monitorPath, boardPath, socat };
}

/** @returns seconds that the printing took */
async function print(cable: Cable, rate: number, lines: number): Promise<number> {
  const child = spawn(process.execPath, ['-e', printer, cable.boardPath, String(rate), String(lines)]);
  const [text] = (await once(child.stdout, 'data')) as [Buffer];
  return Number(text.toString());
}

async function ours(rate: number, lines: number): Promise<string> {
  const cable = await plug();
  const recording = join(folder, `recording${String(nextCable)}`);
  let status: StreamStatus | undefined;
  let frames = 0;
  const client = startStreamWorker(scripts, {
    event: (event) => {
      if (event.type === 'status') status = event.status;
      if (event.type !== 'frame') return;
      frames++;
      client.send({ type: 'shown', frame: event.frame.number });
    },
    died: (why) => {
      throw why;
    },
  });
  const port = {
    baudRate: 2_000_000,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
    hardwareFlowControl: false,
  } as const;
  client.send({ type: 'view', view: { kind: 'follow', windowS: 10, columns: 1000 } });
  await client.request('startRecording', {
    folder: recording,
    baseName: 'walk',
    time: 'host',
    rawBytes: false,
  });
  await client.request('open', {
    kind: 'serial',
    path: cable.monitorPath,
    settings: port,
    identity: undefined,
    signals: { dtr: true, rts: true },
  });
  while (status?.connection.name !== 'open') await sleep(10);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  frames = 0;
  const beforeCpu = process.cpuUsage();
  const rss: number[] = [];
  const sampling = setInterval(() => rss.push(process.memoryUsage().rss / 1e6), 1000);
  const printed = await print(cable, rate, lines);
  const printedAt = performance.now();
  while (status.counts.plotted < lines && performance.now() - printedAt < 10_000) await sleep(20);
  const behind = (performance.now() - printedAt) / 1000;
  loop.disable();
  clearInterval(sampling);
  const { user, system } = process.cpuUsage(beforeCpu);
  const summary = await client.request('stopRecording', undefined);
  await client.dispose();
  cable.socat.kill();
  const wrong = await wrongRows(join(recording, 'walk.csv'), lines);
  const half = rss.slice(Math.floor(rss.length / 2));
  return [
    `${String(lines)} lines in ${printed.toFixed(1)} s (${(lines / printed / 1000).toFixed(1)} k/s)`,
    `plotted ${String(status.counts.plotted)}, recorded ${String(summary.rows)}, wrong or missing rows ${String(wrong)}`,
    `done ${behind.toFixed(2)} s after the last byte, ${(frames / (printed + behind)).toFixed(1)} pictures/s`,
    `host event loop p99 ${((loop.percentile(99) - 1e6) / 1e6).toFixed(1)} ms, max ${(loop.max / 1e6).toFixed(0)} ms`,
    `CPU of host and worker ${(((user + system) / 1e6 / (printed + behind)) * 100).toFixed(0)} %`,
    `memory at half time ${(half[0] ?? 0).toFixed(0)} MB, at the end ${(half.at(-1) ?? 0).toFixed(0)} MB`,
  ].join('\n    ');
}

/** Rows of the recording that are not the printed ones, in their order. */
async function wrongRows(path: string, lines: number): Promise<number> {
  let row = -1;
  let wrong = 0;
  let rest = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    const texts = (rest + String(chunk)).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      if (row >= 0 && !text.endsWith(`,${String(row % 1_000_000)},${String((row % 997) / 8)}`)) wrong++;
      row++;
    }
  }
  return wrong + Math.abs(lines - row);
}

async function readline(rate: number, lines: number): Promise<string> {
  const cable = await plug();
  const port = new SerialPort({ path: cable.monitorPath, baudRate: 2_000_000 });
  await once(port, 'open');
  let read = -1;
  let checksum = 0;
  port.pipe(new ReadlineParser({ delimiter: '\r\n' })).on('data', (line: string) => {
    for (const field of line.split(',')) checksum += Number(field) || 0;
    read++;
  });
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const beforeCpu = process.cpuUsage();
  const printed = await print(cable, rate, lines);
  const printedAt = performance.now();
  while (read < lines && performance.now() - printedAt < 10_000) await sleep(20);
  const { user, system } = process.cpuUsage(beforeCpu);
  await new Promise<void>((closed) => {
    port.close(() => {
      closed();
    });
  });
  cable.socat.kill();
  return [
    `${String(read)} of ${String(lines)} lines split in ${printed.toFixed(1)} s (${(lines / printed / 1000).toFixed(1)} k/s), neither stored nor recorded`,
    `host event loop p99 ${((loop.percentile(99) - 1e6) / 1e6).toFixed(1)} ms, max ${(loop.max / 1e6).toFixed(0)} ms, CPU ${(((user + system) / 1e6 / printed) * 100).toFixed(0)} %${Number.isNaN(checksum) ? ' ?' : ''}`,
  ].join('\n    ');
}

mkdirSync(join(folder, 'dist'));
symlinkSync(resolve('node_modules/@serialport/bindings-cpp/prebuilds'), join(folder, 'prebuilds'));
for (const [source, outfile] of [
  ['src/workers/stream.worker.ts', scripts.worker],
  ['src/serial/port.process.ts', scripts.port],
] as const) {
  await buildForNode(source, outfile);
}
for (const rate of rates) {
  const lines = (rate === 0 ? 120_000 : rate) * seconds;
  console.log(rate === 0 ? `\nunthrottled` : `\n${String(rate)} lines a second for ${String(seconds)} s`);
  console.log(`  ours\n    ${await ours(rate, lines)}`);
  console.log(`  ReadlineParser + split\n    ${await readline(rate, lines)}`);
}
rmSync(folder, { recursive: true, force: true });
process.exit();

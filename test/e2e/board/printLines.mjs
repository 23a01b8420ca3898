// @ts-check
// A board in a process of its own: `node printLines.mjs PATH LINES_PER_SECOND LINES` prints numbered lines to a terminal,
// each after its time has come, then `done`. Says on stdout how many seconds it took.
import { closeSync, openSync, writeSync } from 'node:fs';
import { numberedLines } from './numberedLines.mjs';

const intervalMs = 5;
const path = String(process.argv[2]);
const linesPerSecond = Number(process.argv[3]);
const lines = Number(process.argv[4]);
const terminal = openSync(path, 'r+');
let sent = 0;

// A monitor that is plugged in while a board prints does not count its first line, which may be cut.
print('cut off\n');
const beganMs = performance.now();
step();

function step() {
  const due = Math.floor(((performance.now() - beganMs) * linesPerSecond) / 1000);
  const to = Math.min(lines, due);
  print(numberedLines(sent, to));
  sent = to;
  if (sent < lines) {
    setTimeout(step, intervalMs);
    return;
  }
  const seconds = (performance.now() - beganMs) / 1000;
  print('done\n');
  closeSync(terminal);
  console.log(seconds);
}

/** @param {string} text */
function print(text) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += writeSync(terminal, bytes, at);
}

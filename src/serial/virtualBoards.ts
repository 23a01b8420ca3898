/** What boards made of code print. Seeded: the same seed prints the same lines. */
import { MersenneTwister } from '../core/data/mersenneTwister';
import type { VirtualBoardName } from '../protocol/streamWorker';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The next line, without its end; some boards print bytes that are no text. */
export type NextLine = () => string;

/** Rows of one gesture in the collection sketch of the TensorFlow Lite gesture tutorial. */
const gestureRows = 119;
const stepsOfSine = 1000;

/** `samples` are what the board `model` prints in a loop; without them it prints a sine of a thousand steps. */
export function virtualLines(
  board: VirtualBoardName,
  seed: number,
  samples: readonly Point[] = [],
): NextLine {
  const random = new MersenneTwister(seed);
  switch (board) {
    case 'model':
      return pointLoop(samples.length > 0 ? samples : sinePoints());
    case 'sine':
      return waves();
    case 'gestures':
      return gestures(random);
    case 'noise':
      return () => `noise:${random.randn().toFixed(4)},walk:${(random.random() * 2 - 1).toFixed(4)}`;
    case 'faults':
      return faults(random);
  }
}

function pointLoop(points: readonly Point[]): NextLine {
  let row = 0;
  return () => {
    const { x, y } = points[row++ % points.length] ?? { x: 0, y: 0 };
    return `${x.toFixed(6)},${y.toFixed(6)}`;
  };
}

function sinePoints(): readonly Point[] {
  return Array.from({ length: stepsOfSine }, (_, step) => {
    const x = (2 * Math.PI * step) / stepsOfSine;
    return { x, y: Math.sin(x) };
  });
}

function waves(): NextLine {
  let row = 0;
  return () => {
    const phase = (2 * Math.PI * row++) / 100;
    return `sine:${Math.sin(phase).toFixed(4)}, cosine:${Math.cos(phase).toFixed(4)}`;
  };
}

/** Accelerations in g and turning rates in degrees a second: a punch and a flex in turn, an empty line after each. */
function gestures(random: MersenneTwister): NextLine {
  let row = -1;
  return () => {
    if (row++ < 0) return 'aX,aY,aZ,gX,gY,gZ';
    const step = (row - 1) % (gestureRows + 1);
    if (step === gestureRows) return '';
    const isPunch = Math.floor((row - 1) / (gestureRows + 1)) % 2 === 0;
    const time = step / gestureRows;
    const push = Math.exp(-(((time - 0.4) / 0.12) ** 2));
    const turn = Math.sin(Math.PI * time);
    const values = isPunch
      ? [3.2 * push, 0.3 * push, 1 + 0.4 * push, 40 * push, -25 * push, 10 * push]
      : [0.4 * turn, 1.8 * turn, 1 - 0.9 * turn, 15 * turn, 220 * turn * Math.cos(3 * time), 60 * turn];
    return values.map((value) => (value + 0.02 * random.randn()).toFixed(3)).join(',');
  };
}

/** `x,y` rows among which stands everything that goes wrong with real boards. */
function faults(random: MersenneTwister): NextLine {
  let row = 0;
  return () => {
    const step = row++ % 200;
    const mishap = mishaps.get(step);
    if (mishap !== undefined) return mishap;
    if (step === 140)
      return Array.from({ length: 40 }, () => String.fromCharCode(128 + random.interval(100))).join('');
    return `${Math.sin(step / 10).toFixed(3)},${Math.cos(step / 10).toFixed(3)}`;
  };
}

const mishaps: ReadonlyMap<number, string> = new Map([
  [20, 'nan,1.0'],
  [30, 'inf,-inf'],
  [40, '0.5,'],
  [50, '0.5,abc'],
  [60, '1,2,3'],
  [70, 'I (481) main: a line of the log'],
  [80, '\x1b[31mE (490) sensor: timeout\x1b[0m'],
  [90, 'ERR: no sensor'],
  [100, '<img src=x onerror=alert(1)>'],
  [110, '=cmd|calc:1'],
  [120, 'x'.repeat(5000)],
  [160, 'rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)'],
  [161, 'load:0x3fff0030,len:1184'],
]);

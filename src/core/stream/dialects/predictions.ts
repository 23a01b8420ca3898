/**
 * The lines that Edge Impulse's inferencing examples print before the class scores:
 * `Predictions (DSP: 12 ms., Classification: 3 ms., Anomaly: 0 ms.): `, in newer ones
 * `Timing: DSP 12 ms, inference 3 ms, anomaly 0 ms` and a heading. They are text; their times are series of their own.
 */
import { NumberScanner } from '../numbers';
import type { LineVerdict } from '../verdict';

const BEGINNINGS = ['Predictions (DSP:', 'Timing: DSP '] as const;
const HEADINGS: readonly string[] = ['Predictions:', '#Classification predictions:'];
const PARTS: readonly (readonly [keys: readonly string[], name: string])[] = [
  [['DSP:', 'DSP '], 'DSP ms'],
  [['Classification:', 'inference '], 'Classification ms'],
  [['Anomaly:', 'anomaly '], 'Anomaly ms'],
];
const scanner = new NumberScanner();

export function parsePredictions(line: string): LineVerdict | undefined {
  if (HEADINGS.includes(line)) return { kind: 'text', scoresFollow: true };
  if (!BEGINNINGS.some((beginning) => line.startsWith(beginning))) return undefined;
  const names: string[] = [];
  const values: number[] = [];
  for (const [keys, name] of PARTS) {
    const value = valueAfter(line, keys);
    if (value === undefined) continue;
    names.push(name);
    values.push(value);
  }
  const units = names.map(() => 'ms');
  return names.length === 0
    ? { kind: 'text' }
    : { kind: 'text', scoresFollow: true, timings: { shape: 'named', names, values, units } };
}

function valueAfter(line: string, keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const found = line.indexOf(key);
    if (found < 0) continue;
    let at = found + key.length;
    while (line.charAt(at) === ' ') at++;
    if (scanner.scan(line, at, line.length)) return scanner.value;
  }
  return undefined;
}

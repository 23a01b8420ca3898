import { expect, it } from 'vitest';
import { dataCsv } from '../../src/core/firmware/dataCsv';
import { drawPy } from '../../src/core/firmware/drawPy';
import { deviceCurve } from '../../src/core/firmware/programLoop';
import { floatModel } from '../../src/core/quantize/floatModel';
import { sampleNetwork } from '../unit/quantize/sampleNetwork';
import { askPython, describePython } from './python';

describePython('draw.py', () => {
  it('runs, and draws every line of data.csv', () => {
    const { description, weights } = sampleNetwork(1, 1, [16, 16, 1]);
    const csv = dataCsv(deviceCurve(floatModel(description, weights)));
    const drawn = askPython('pythonDraw.py', { script: drawPy(), csv }) as readonly [number[], number[]];
    const rows = csv
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').map(Number));
    expect(drawn).toEqual([rows.map(([x]) => x), rows.map(([, y]) => y)]);
  });
});

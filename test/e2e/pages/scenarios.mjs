// What the host may say to a page, as expressions that the fake host in the page evaluates.

/** @param {Readonly<Record<'finished' | 'played' | 'stuck' | 'short' | 'csv', import('../../../src/protocol/trainingPage').TrainingState>>} trained */
export function scenarios({ finished, played, stuck, short, csv }, sentence) {
  const [first, second] = finished.models;
  const young = (model, epochs) => ({
    ...model,
    result: undefined,
    snapshots: undefined,
    history: Object.fromEntries(
      Object.entries(model.history).map(([name, values]) => [name, values.slice(0, epochs)]),
    ),
  });
  // While it learns there is the newest moment alone.
  const alone = ({ epochs, outputs, weights }, epoch) => {
    const index = epochs.findIndex((one) => one >= epoch);
    const part = (all) =>
      all.slice((index * all.length) / epochs.length, ((index + 1) * all.length) / epochs.length);
    return { epochs: Uint32Array.of(epoch), outputs: part(outputs), weights: part(weights) };
  };
  const none = { where: 'none' };
  const early = { ...finished, converted: [], device: undefined, files: none, seconds: undefined };
  const why = sentence('training.phase.interrupted');
  const playedWhy = sentence('playground.files');
  const device = {
    kind: 'table',
    source: 'file:///data.csv',
    fileName: 'data.csv',
    rows: finished.device.x.length,
    columns: [
      { name: 'x', values: Float64Array.from(finished.device.x) },
      { name: 'y', values: Float64Array.from(finished.device.y) },
    ],
    xColumn: 0,
    notes: [why],
  };
  const training = (state) => ({ page: 'training', state: toSource(state) });
  const plot = (source) => ({ page: 'plot', state: source });
  return {
    finished: training(finished),
    // As of a file: nobody knows its noise, and its columns have names.
    table: training({
      ...finished,
      project: 'heating',
      data: {
        ...finished.data,
        clean: undefined,
        table: { inputs: finished.data.x, inputNames: ['temperature'], targetName: 'flow' },
      },
    }),
    // What somebody tried: files in memory, and runs to compare.
    played: training({ ...played, files: { ...played.files, where: 'memory', why: playedWhy } }),
    stuck: training(stuck),
    // Fewer epochs than the later charts leave out, and the second model was stopped before it began.
    short: training({
      ...short,
      phase: { name: 'finished', stopped: true },
      models: [short.models[0], young(short.models[1], 0)],
    }),
    // Two inputs: no curve can be drawn over them.
    csv: training(csv),
    idle: training({ ...early, phase: { name: 'idle' }, run: 0, data: undefined, models: [] }),
    learning: training({
      ...early,
      phase: { name: 'training', current: 0 },
      models: [{ ...young(first, 240), snapshots: alone(first.snapshots, 240) }, young(second, 0)],
    }),
    stopped: training({
      ...finished,
      phase: { name: 'finished', stopped: true },
      models: [
        first,
        { ...second, ...young(second, 211), result: { ...second.result, stopped: true, bestEpoch: 205 } },
      ],
      files: { where: 'memory', files: finished.files.files, why },
    }),
    converting: training({ ...early, phase: { name: 'converting' } }),
    failed: training({ ...early, phase: { name: 'failed', problem: why }, models: [young(first, 30)] }),
    'plot-device': plot(toSource(device)),
    'plot-empty': plot(toSource({ kind: 'empty', source: 'file:///notes.csv', fileName: 'notes.csv', why })),
    'plot-big': plot(bigTable),
  };
}

// A million rows by six columns with a spike, a gap and noise: made in the page, too large to write out.
const bigTable = `(() => {
  const rows = 1_000_000;
  const column = (name, at) => ({ name, values: Float64Array.from({ length: rows }, (_, row) => at(row / rows, row)) });
  return {
    kind: 'table', source: 'file:///big.csv', fileName: 'big.csv', rows, xColumn: 0, notes: [],
    columns: [
      column('t', (share) => share * 100),
      column('accel_x', (share) => Math.sin(share * 60) + 0.2 * Math.random()),
      column('accel_y', (share, row) => (row === 700_000 ? 6 : Math.cos(share * 40))),
      column('accel_z', (share) => (share > 0.4 && share < 0.5 ? NaN : 2 + share)),
      column('gyro_x', (share) => -2 + 0.5 * Math.sin(share * 9000)),
      column('gyro_y', (share) => -3 + share * Math.sin(share * 90)),
    ],
  };
})()`;

/** JSON, and also NaN and typed arrays. */
function toSource(value) {
  if (ArrayBuffer.isView(value)) return `new ${value.constructor.name}([${[...value].join()}])`;
  if (Array.isArray(value)) return `[${value.map(toSource).join()}]`;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  return `{${Object.entries(value).map(([name, held]) => `${JSON.stringify(name)}:${toSource(held)}`)}}`;
}

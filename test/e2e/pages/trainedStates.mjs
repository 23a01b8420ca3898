// What the training page is looked at with: the tutorial, what somebody made of it on the playground, and data of a file.

/** @param {typeof import('./trainedRun.mjs')} run */
export async function trainedStates({ sineProject, trainedState }) {
  const finished = await trainedState();
  const [first, second] = sineProject.models;
  const { training } = sineProject;
  const dense = (units, activation = 'relu') => ({ type: 'dense', units, activation });
  const small = { ...second, layers: [dense(8), dense(8), dense(1, 'linear')] };
  const tried = [
    { models: [first, small] },
    { models: [{ ...first, epochs: 300 }, small], training: { ...training, seed: 3 } },
  ];
  let played = finished;
  for (const change of tried) {
    played = await trainedState({ ...sineProject, name: 'sine_playground', ...change }, played);
  }
  const stuck = await trainedState({
    ...sineProject,
    models: [{ ...first, layers: [dense(2), dense(1, 'linear')] }, second],
  });
  const short = await trainedState({
    ...sineProject,
    models: [
      { ...first, epochs: 30 },
      { ...second, epochs: 1 },
    ],
  });
  const csv = await trainedState(heating(sineProject), undefined, heatingCsv());
  return { finished, played, stuck, short, csv };
}

function heating(like) {
  const inputs = ['temperature_outside', 'valve_opening'];
  const data = { source: 'csv', file: 'heating.csv', inputs, target: 'flow', seed: 1, normalize: 'standard' };
  return { ...like, name: 'heating', data, models: [{ ...like.models[1], name: 'model_1', epochs: 200 }] };
}

/** A smooth surface over two inputs, with a little noise that is the same each time. */
function heatingCsv() {
  const rows = Array.from({ length: 500 }, (_, row) => {
    const temperature = -15 + ((row * 37) % 500) / 14;
    const opening = ((row * 61) % 101) / 100;
    const noise = ((row * 7919) % 97) / 97 - 0.5;
    return [temperature, opening, 2 + opening * (20 - temperature) * 0.2 + 0.3 * noise].join();
  });
  return ['temperature_outside,valve_opening,flow', ...rows].join('\n');
}

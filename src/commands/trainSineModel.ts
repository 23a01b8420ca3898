/** "TinyML: Train Sine Model": opens the training page and runs the whole tutorial; no question asked. */
import type { Features } from '../host/features';

export const trainSineModel = (features: Features) => async (): Promise<void> => {
  const [session, panel] = await Promise.all([features.trainingSession(), features.trainingPanel()]);
  await session.train(panel.show());
};

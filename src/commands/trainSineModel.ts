/** "TinyML: Train Sine Model": opens the training page and runs the whole tutorial; no question asked. */
import type { Services } from '../host/services';

export const trainSineModel = (services: Services) => async (): Promise<void> => {
  const [session, panel] = await Promise.all([services.trainingSession(), services.trainingPanel()]);
  panel.show();
  await session.train();
};

/** "TinyML: Show Training Page": the page of this window, with what was trained last. */
import type { Features } from '../host/features';

export const showTrainingPage = (features: Features) => async (): Promise<void> => {
  const panel = await features.trainingPanel();
  await panel.show();
};

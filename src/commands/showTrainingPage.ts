/** "TinyML: Show Training Page": the page of this window, with what was trained last. */
import type { Services } from '../host/services';

export const showTrainingPage = (services: Services) => async (): Promise<void> => {
  const panel = await services.trainingPanel();
  panel.show();
};

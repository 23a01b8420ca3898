/** "TinyML: Stop Training": the epoch under way ends, and the best weights so far are kept. */
import type { Services } from '../host/services';

export const stopTraining = (services: Services) => async (): Promise<void> => {
  const session = await services.trainingSession();
  session.stop();
};

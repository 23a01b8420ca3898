/** "TinyML: Stop Training": the epoch under way ends, and the best weights so far are kept. */
import type { Features } from '../host/features';

export const stopTraining = (features: Features) => async (): Promise<void> => {
  const session = await features.trainingSession();
  session.stop();
};

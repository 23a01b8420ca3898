/** "TinyML: Release Port": gives the port back, so that another program can open it. */
import type { Features } from '../host/features';

export const releasePort = (features: Features) => async (): Promise<void> => {
  const { release } = await features.monitor();
  await release.release();
};

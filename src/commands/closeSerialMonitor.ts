/** "TinyML: Close Serial Monitor": ends the connection; what was read stays to be looked at. */
import type { Features } from '../host/features';

export const closeSerialMonitor = (features: Features) => async (): Promise<void> => {
  const { recordings, session } = await features.monitor();
  await recordings.stop();
  await session.close();
};

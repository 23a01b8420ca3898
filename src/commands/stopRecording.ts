/** "TinyML: Stop Recording": the files are complete, and offered. */
import type { Features } from '../host/features';

export const stopRecording = (features: Features) => async (): Promise<void> => {
  const { recordings } = await features.monitor();
  await recordings.stop();
};

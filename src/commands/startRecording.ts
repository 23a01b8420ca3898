/** "TinyML: Start Recording": from now on every row goes into a CSV file. */
import type { Features } from '../host/features';

export const startRecording = (features: Features) => async (): Promise<void> => {
  const { recordings } = await features.monitor();
  await recordings.start();
};

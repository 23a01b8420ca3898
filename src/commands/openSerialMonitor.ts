/** "TinyML: Open Serial Monitor": asks what to read, and shows it in the panel. A virtual board's name asks nothing. */
import type { Features } from '../host/features';
import { chooseSource } from '../host/monitor/chooseSource';
import { isVirtualBoardName, virtualBoard } from '../host/monitor/virtualBoards';

export const openSerialMonitor =
  (features: Features) =>
  async (board?: unknown): Promise<void> => {
    const monitor = await features.monitor();
    const trainedSamples = async () => {
      const { state } = await features.trainingSession();
      const { device } = state;
      return device && Array.from(device.x, (x, index) => ({ x, y: device.y[index] ?? Number.NaN }));
    };
    const source = isVirtualBoardName(board)
      ? virtualBoard(board, board === 'model' ? await trainedSamples() : undefined)
      : await chooseSource(features, trainedSamples);
    if (!source) return;
    await monitor.pages.reveal();
    await monitor.session.open(source);
  };

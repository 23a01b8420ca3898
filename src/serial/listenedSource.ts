/** What every source does alike: it keeps its listeners, and tells the time on the host's clock. */
import { SourceListeners, type ByteSource } from './byteSource';
import { hostClock } from './clock';

export abstract class ListenedSource implements Pick<
  ByteSource,
  'onData' | 'onClose' | 'onWarning' | 'nowMs'
> {
  readonly listeners = new SourceListeners();

  onData(listener: Parameters<ByteSource['onData']>[0]): void {
    this.listeners.onData(listener);
  }

  onClose(listener: Parameters<ByteSource['onClose']>[0]): void {
    this.listeners.onClose(listener);
  }

  onWarning(listener: Parameters<ByteSource['onWarning']>[0]): void {
    this.listeners.onWarning(listener);
  }

  nowMs(): number {
    return hostClock.nowMs();
  }
}

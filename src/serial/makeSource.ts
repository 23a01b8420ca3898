/** A description as the source that it describes. A new kind of source is one more line. */
import type { SourceDescription } from '../protocol/streamWorker';
import type { ByteSource } from './byteSource';
import { ProgramSource } from './programSource';
import { ReplaySource } from './replaySource';
import { SerialSource } from './serialSource';
import { TcpSource } from './tcpSource';
import { VirtualSource } from './virtualSource';

/** @param portScript absolute path of the bundled `port.process.js` */
export function makeSource(description: SourceDescription, portScript: string): ByteSource {
  switch (description.kind) {
    case 'serial':
      return new SerialSource(description, portScript);
    case 'tcp':
      return new TcpSource(description);
    case 'program':
      return new ProgramSource(description);
    case 'replay':
      return new ReplaySource(description);
    case 'virtual':
      return new VirtualSource(description);
  }
}

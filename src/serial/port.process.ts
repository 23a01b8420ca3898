/** Entry point of the process that holds the serial port. The native module is loaded when the first port is opened. */
import type { SerialPort } from 'serialport';
import { Channel } from '../protocol/channel';
import type { ListedPort, PortClientSide, PortProcessSide } from '../protocol/portProcess';

/** Bytes on their way to the parent above which the port is paused: the operating system holds the rest. */
const maxUnsentBytes = 1024 * 1024;
const readBytes = 65_536;

let port: SerialPort | undefined;
let unsentBytes = 0;

const channel = new Channel<PortProcessSide, PortClientSide>(
  (envelope) => {
    // The parent may be gone already: `disconnect` then ends this process.
    process.send?.(envelope, () => undefined);
  },
  () => undefined,
  {
    open: async ({ path, settings }) => {
      const { SerialPort } = await import('serialport');
      const opened = new SerialPort({
        path,
        baudRate: settings.baudRate,
        dataBits: settings.dataBits,
        parity: settings.parity,
        stopBits: settings.stopBits,
        rtscts: settings.hardwareFlowControl,
        highWaterMark: readBytes,
        autoOpen: false,
      });
      port = opened;
      opened.on('data', forward);
      opened.on('close', (error: Error | null) => {
        channel.send({ type: 'closed', reason: error?.message ?? '' });
      });
      // Whatever a read says, the port is of no more use; not every library error is followed by `close`.
      opened.on('error', (error: Error) => {
        channel.send({ type: 'closed', reason: error.message });
      });
      await done((callback) => {
        opened.open(callback);
      });
      return undefined;
    },
    write: async (bytes) => {
      const open = openPort();
      await done((callback) => {
        open.write(Buffer.from(bytes), undefined, callback);
      });
      return undefined;
    },
    setSignals: async ({ dtr, rts }) => {
      const open = openPort();
      await done((callback) => {
        open.set({ dtr, rts }, callback);
      });
      return undefined;
    },
    close: async () => {
      const open = port;
      port = undefined;
      if (open?.isOpen) {
        await done((callback) => {
          open.close(callback);
        });
      }
      return undefined;
    },
    ping: () => undefined,
    list: async () => {
      const { SerialPort } = await import('serialport');
      return (await SerialPort.list()).map(listed);
    },
  },
);

process.on('message', (envelope) => {
  channel.receive(envelope);
});
process.on('disconnect', () => {
  process.exit(0);
});

function forward(bytes: Buffer): void {
  // The library hands out slices of a pool that it reuses; the message is a copy.
  const sent = Uint8Array.from(bytes);
  unsentBytes += sent.length;
  if (unsentBytes > maxUnsentBytes) port?.pause();
  process.send?.({ kind: 'event', event: { type: 'data', bytes: sent } }, () => {
    unsentBytes -= sent.length;
    if (unsentBytes < maxUnsentBytes / 2 && port?.isPaused()) port.resume();
  });
}

function openPort(): SerialPort {
  if (!port) throw new Error('Port is not open');
  return port;
}

function done(work: (callback: (error: Error | null | undefined) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** As the library lists a port. */
interface PortInfo {
  readonly path: string;
  readonly manufacturer: string | undefined;
  readonly serialNumber: string | undefined;
  readonly locationId: string | undefined;
  readonly vendorId: string | undefined;
  readonly productId: string | undefined;
}

function listed(info: PortInfo): ListedPort {
  const { path, manufacturer, serialNumber, locationId, vendorId, productId } = info;
  return {
    path,
    ...(manufacturer ? { manufacturer } : {}),
    ...(serialNumber ? { serialNumber } : {}),
    ...(locationId ? { location: locationId } : {}),
    ...(vendorId ? { vendorId: vendorId.toLowerCase() } : {}),
    ...(productId ? { productId: productId.toLowerCase() } : {}),
  };
}

/** A board on the network, as a terminal server or an emulator offers it. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class NetworkBoard {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  received = '';

  constructor() {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('data', (data) => (this.received += data.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    return this.port;
  }

  print(text: string | Uint8Array): void {
    for (const socket of this.sockets) socket.write(text);
  }

  unplug(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  get connections(): number {
    return this.sockets.size;
  }

  close(): void {
    this.unplug();
    this.server.close();
  }
}

/** A network address that sends lines: a board with a network, an emulator, a serial server. */
import { connect, type Socket } from 'node:net';
import { problem } from '../core/problem';
import type { SourceDescription } from '../protocol/streamWorker';
import { sentence } from '../../l10n/sentences';
import { type ByteSource, type SourceTraits } from './byteSource';
import { hostClock } from './clock';
import { ListenedSource } from './listenedSource';

const openLimitMs = 10_000;
/**
 * A board that loses its power or its network says nothing. After such a silence the system asks whether it is there, every
 * second from then on, and gives it up after ten questions.
 */
const aliveAfterMs = 5000;

export class TcpSource extends ListenedSource implements ByteSource {
  private socket: Socket | undefined;

  constructor(private readonly address: Extract<SourceDescription, { kind: 'tcp' }>) {
    super();
  }

  describe(): SourceTraits {
    return {
      label: this.label,
      startsMidLine: false,
      lastLineIsWhole: true,
      takesBytes: true,
      reconnects: true,
    };
  }

  open(): Promise<void> {
    const { host, port } = this.address;
    return new Promise((resolve, reject) => {
      const socket = connect({
        host,
        port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: aliveAfterMs,
      });
      this.socket = socket;
      let isOpen = false;
      const refuse = (reason: string): void => {
        if (isOpen) return;
        this.listeners.silence();
        socket.destroy();
        reject(problem('serial.tcpRefused', { address: this.label, reason }));
      };
      socket.setTimeout(openLimitMs, () => {
        refuse('ETIMEDOUT');
      });
      socket.once('connect', () => {
        isOpen = true;
        socket.setTimeout(0);
        resolve();
      });
      socket.on('data', (bytes) => {
        this.listeners.arrived(bytes, hostClock.nowMs());
      });
      socket.on('error', (error: NodeJS.ErrnoException) => {
        refuse(error.code ?? error.message);
        const why = error.code === 'ETIMEDOUT' ? 'serial.tcpSilent' : 'serial.tcpLost';
        this.listeners.end({ kind: 'lost', why: sentence(why, { address: this.label }) });
      });
      socket.once('close', () => {
        refuse('ECONNRESET');
        this.listeners.end({ kind: 'lost', why: sentence('serial.tcpLost', { address: this.label }) });
      });
    });
  }

  write(bytes: Uint8Array): Promise<void> {
    const { socket } = this;
    if (!socket || this.listeners.isOver) {
      return Promise.reject(problem('serial.notOpen', { label: this.label }));
    }
    return new Promise((resolve, reject) => {
      socket.write(bytes, (error) => {
        if (error) reject(problem('serial.writeFailed', { label: this.label, reason: error.message }));
        else resolve();
      });
    });
  }

  setSignals(): Promise<void> {
    return Promise.reject(problem('serial.noSignals', { label: this.label }));
  }

  close(): Promise<void> {
    this.listeners.silence();
    this.socket?.destroy();
    return Promise.resolve();
  }

  private get label(): string {
    const { host, port } = this.address;
    return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  }
}

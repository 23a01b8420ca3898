/** A serial cable made of two pseudo terminals: what is written to one end comes out of the other, until it is pulled. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, openSync, type WriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export const hasSocat = spawnSync('socat', ['-V']).status === 0;
if (!hasSocat && process.env.CI === 'true') throw new Error('socat is not installed: apt-get install socat');

export interface PtyCable {
  /** Where the monitor opens it. */
  readonly monitorPath: string;
  /** Resolves when the operating system has taken the bytes. */
  print(text: string | Uint8Array): Promise<void>;
  /** Ends both terminals, as unplugging does. */
  pull(): Promise<void>;
}

/** `path` without an ending; both ends are links beside it. */
export async function ptyCable(path: string): Promise<PtyCable> {
  const [monitorPath, boardPath] = [`${path}-monitor`, `${path}-board`];
  const socat: ChildProcess = spawn(
    'socat',
    ['-b', '65536', `pty,raw,echo=0,link=${monitorPath}`, `pty,raw,echo=0,link=${boardPath}`],
    { stdio: 'ignore' },
  );
  const exited = new Promise<void>((resolve) => {
    socat.once('exit', () => {
      resolve();
    });
  });
  for (let tries = 0; !(existsSync(monitorPath) && existsSync(boardPath)); tries++) {
    if (tries > 500) throw new Error('socat made no terminals.');
    await sleep(10);
  }
  const board: WriteStream = createWriteStream('', { fd: openSync(boardPath, 'r+') });
  // The other end may be pulled while something is written.
  board.on('error', () => undefined);
  return {
    monitorPath,
    print: (text) =>
      new Promise((resolve) => {
        // Not at once: whoever prints for ever must not keep the event loop.
        board.write(text, () => setImmediate(resolve));
      }),
    async pull() {
      socat.kill('SIGTERM');
      await exited;
      board.destroy();
    },
  };
}

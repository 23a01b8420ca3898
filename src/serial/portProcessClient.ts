/** The process that holds a port, as its parent sees it. */
import { fork, type ChildProcess } from 'node:child_process';
import { Channel } from '../protocol/channel';
import type { PortClientSide, PortProcessSide } from '../protocol/portProcess';
import { timeLimit } from './timeLimit';

type Requests = PortClientSide['requests'];

export interface PortProcess {
  readonly pid: number | undefined;
  /** Rejects with an Error in the library's words, also when the process ends before it answers. */
  request<Name extends keyof Requests>(
    name: Name,
    params: Requests[Name]['params'],
  ): Promise<Requests[Name]['result']>;
  /** Asks it to close the port, and ends it, by force where it does not answer within `limitMs`. Never rejects. */
  end(limitMs: number): Promise<void>;
}

export interface PortProcessListener {
  data(bytes: Uint8Array): void;
  /** The port was lost, or the whole process. At most once. */
  closed(reason: string): void;
}

/** @param scriptPath absolute path of the bundled `port.process.js` */
export function startPortProcess(scriptPath: string, listener: PortProcessListener): PortProcess {
  // The host's own flags (inspector, loaders) are not the child's. In a desktop VS Code the program is Electron.
  const child = fork(scriptPath, [], {
    execArgv: [],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  let isOver = false;
  child.stderr?.on('data', (text: Buffer) => {
    lastWords = (lastWords + text.toString()).slice(-2000);
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  const closed = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    listener.closed(reason);
  };
  const channel = new Channel<PortClientSide, PortProcessSide>(
    (envelope) => {
      if (child.connected) child.send(envelope as object, () => undefined);
    },
    (event) => {
      if (event.type === 'data') listener.data(event.bytes);
      else closed(event.reason);
    },
    {},
  );
  child.on('message', (envelope) => {
    channel.receive(envelope);
  });
  const gone = (reason: string): void => {
    channel.dispose(new Error(reason));
    closed(reason);
  };
  child.once('error', (error) => {
    gone(error.message);
  });
  child.once('exit', (code, signal) => {
    gone(whyOf(lastWords) || `exit ${signal ?? String(code)}`);
  });

  return {
    pid: child.pid,
    request: (name, params) => channel.request(name, params),
    async end(limitMs) {
      isOver = true;
      if (!hasExited(child)) {
        const asked = channel.request('close', undefined).then(
          () => true,
          () => false,
        );
        if ((await timeLimit(asked, limitMs, false)) && child.connected) child.disconnect();
        else child.kill('SIGKILL');
        await timeLimit(exited, 1000, undefined);
        if (!hasExited(child)) child.kill('SIGKILL');
        await timeLimit(exited, 1000, undefined);
      }
      channel.dispose();
    },
  };
}

/** Node says where a program broke down before it says why. */
function whyOf(lastWords: string): string {
  return /^\w*Error\b.*/m.exec(lastWords)?.[0] ?? lastWords.trim();
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

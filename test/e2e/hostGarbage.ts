/** Memory that the extension host holds without garbage: V8 collects when it likes, here it is asked to. */
import type * as inspector from 'node:inspector';
import { residentBytes } from './board/processes';
import type { VSCode } from './vscode';

/** Of the whole process, after its garbage and that of its worker threads was collected. */
export async function residentWithoutGarbage(vscode: VSCode, hostId: number): Promise<number> {
  await collectGarbage(vscode);
  return residentBytes(hostId);
}

function collectGarbage(vscode: VSCode): Promise<void> {
  return vscode.inHost(async ({ require }) => {
    const { Session } = require('node:inspector') as typeof inspector;
    const session = new Session();
    session.connect();
    const asked = (method: string, params: object): Promise<void> =>
      new Promise((resolve, reject) => {
        session.post(method, params, (error) => (error ? reject(error) : resolve()));
      });
    await asked('HeapProfiler.collectGarbage', {});
    const workers: Promise<void>[] = [];
    session.on('NodeWorker.attachedToWorker', ({ params: { sessionId } }) => {
      const done = new Promise<void>((resolve) => {
        session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
          if (params.sessionId === sessionId) resolve();
        });
      });
      const message = JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' });
      workers.push(asked('NodeWorker.sendMessageToWorker', { sessionId, message }).then(() => done));
    });
    await asked('NodeWorker.enable', { waitForDebuggerOnStart: false });
    await Promise.all(workers);
    await asked('NodeWorker.disable', {});
    session.disconnect();
    console.log('DBGW', workers.length);
  });
}

/** Ends the worker that reads the board, as a crash would: from within, through the inspector of its process. */
import type { Session } from 'node:inspector';
import type { VSCode } from './vscode';

export async function breakStreamWorker(vscode: VSCode): Promise<void> {
  const found = await vscode.inHost(async ({ require }) => {
    const inspector = require('node:inspector') as { readonly Session: new () => Session };
    const session = new inspector.Session();
    session.connect();
    const sessions: string[] = [];
    session.on('NodeWorker.attachedToWorker', ({ params }) => {
      if (params.workerInfo.url.includes('stream.worker')) sessions.push(params.sessionId);
    });
    await new Promise<void>((resolve) => {
      session.post('NodeWorker.enable', { waitForDebuggerOnStart: false }, () => resolve());
    });
    const expression = 'setTimeout(() => { throw new Error("out of memory"); })';
    const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
    for (const sessionId of sessions) session.post('NodeWorker.sendMessageToWorker', { sessionId, message });
    // Detaching at once would take the message back.
    setTimeout(() => session.disconnect(), 1000);
    return sessions.length;
  });
  if (found !== 1) throw new Error(`There are ${String(found)} workers that read a board.`);
}

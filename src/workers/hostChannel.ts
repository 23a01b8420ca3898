/** A worker thread's end of the channel to whoever started it. */
import { parentPort } from 'node:worker_threads';
import { Channel, type Handlers, type Side } from '../protocol/channel';

/** Call once, while the entry point of the worker is read: what is sent meanwhile waits. */
export function hostChannel<Local extends Side, Remote extends Side>(
  handlers: Handlers<Remote>,
  onEvent: (event: Remote['event']) => void = () => undefined,
): Channel<Local, Remote> {
  const port = parentPort;
  if (!port) throw new Error('This file is the entry point of a worker thread.');
  const channel = new Channel<Local, Remote>(
    (envelope) => {
      port.postMessage(envelope);
    },
    onEvent,
    handlers,
  );
  port.on('message', (envelope) => {
    channel.receive(envelope);
  });
  return channel;
}

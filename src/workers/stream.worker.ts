/** Entry point of the worker that reads a board: the channel on one side, the service on the other. */
import { workerData } from 'node:worker_threads';
import type { StreamClientSide, StreamWorkerSide } from '../protocol/streamWorker';
import { hostTools } from '../serial/connection';
import { listPorts } from '../serial/listPorts';
import { makeSource } from '../serial/makeSource';
import { hostChannel } from './hostChannel';
import { StreamService } from './streamService';

const portScript = String(workerData);
const service = new StreamService(
  (event) => {
    channel.send(event);
  },
  hostTools(
    (description) => makeSource(description, portScript),
    () => listPorts(portScript),
  ),
);
const done = (): undefined => undefined;
const channel = hostChannel<StreamWorkerSide, StreamClientSide>(
  {
    ...service.answers,
    open: (description) => {
      service.open(description);
      return undefined;
    },
    close: () => service.close().then(done),
    write: (bytes) => service.write(bytes).then(done),
    setSignals: (signals) => service.setSignals(signals).then(done),
    setTriggers: (watched) => {
      service.setTriggers(watched);
      return undefined;
    },
    startRecording: (request) => service.startRecording(request).then(done),
    stopRecording: () => service.stopRecording(),
    dispose: () => service.dispose().then(done),
  },
  (event) => {
    switch (event.type) {
      case 'view':
        service.setView(event.view);
        break;
      case 'wholeFrame':
        service.wholeFrame();
        break;
      case 'shown':
        service.shown(event.frame);
        break;
      case 'setFormat':
        service.setFormat(event.format);
        break;
      case 'setLimits':
        service.setLimits(event.limits);
        break;
      case 'skip':
        service.skip(event.what);
        break;
      case 'clear':
        service.clear();
        break;
      case 'setReplaySpeed':
        service.setReplaySpeed(event.speed);
        break;
    }
  },
);

/** What happens when a page of the monitor asks for something. */
import * as vscode from 'vscode';
import type { MonitorPageSide } from '../../protocol/monitorPage';
import type { PageEvent } from '../webviewPage';
import type { Services } from '../services';
import type { MonitorSession } from './monitorSession';
import { revealLine, revealSeries } from './revealStatement';
import { saveCsv, savePng } from './saveView';
import { virtualBoard } from './virtualBoards';

/** Those that name a page are answered by the owner of the pages. */
type Asked = Exclude<
  PageEvent<MonitorPageSide>,
  { readonly type: 'takeOver' } | { readonly type: 'openInEditor' }
>;

/** @throws Problem when it cannot be done */
export async function answerPage(services: Services, session: MonitorSession, event: Asked): Promise<void> {
  switch (event.type) {
    case 'view':
    case 'shown':
    case 'setFormat':
    case 'skip':
    case 'clear':
      session.tell(event);
      break;
    case 'setReplaySpeed':
      session.setReplaySpeed(event.speed);
      break;
    case 'choosePort':
      await vscode.commands.executeCommand('tinyml.openSerialMonitor');
      break;
    case 'tryVirtualBoard':
      await session.open(virtualBoard('sine'));
      break;
    case 'reopen':
      await session.reopen();
      break;
    case 'close':
      await vscode.commands.executeCommand('tinyml.closeSerialMonitor');
      break;
    case 'setBaudRate':
      await session.setBaudRate(event.baudRate);
      break;
    case 'setSignals':
      await session.ask('setSignals', event.signals);
      break;
    case 'send':
      await session.sendText(event.text, event.lineEnding, event.escapes);
      break;
    case 'startRecording':
      await vscode.commands.executeCommand('tinyml.startRecording');
      break;
    case 'stopRecording':
      await vscode.commands.executeCommand('tinyml.stopRecording');
      break;
    case 'setTriggers':
      await session.watch(event.triggers);
      break;
    case 'revealSeries':
      await revealSeries(services, session, event.name);
      break;
    case 'revealLine':
      await revealLine(services, event.text);
      break;
    case 'savePng':
      await savePng(services, event.bytes);
      break;
    case 'saveCsv':
      await saveCsv(services, session, event);
      break;
    case 'copy':
      await vscode.env.clipboard.writeText(event.text);
      break;
  }
}

/** Asks what the monitor shall read: a port of this machine, a network address, a program, a recording, a virtual board. */
import * as vscode from 'vscode';
import { usbBoardOf } from '../../core/boards/usbIds';
import type { ListedPort } from '../../protocol/portProcess';
import type { SourceDescription } from '../../protocol/streamWorker';
import { listPorts } from '../../serial/listPorts';
import { describePort } from '../../serial/describePort';
import { identityOf } from '../../serial/portIdentity';
import { Problem } from '../../core/problem';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';
import { askAddress } from './askAddress';
import { askBaudRate } from './askBaudRate';
import { askProgram } from './askProgram';
import { chooseRecording } from './chooseRecording';
import { streamScripts } from './streamScripts';
import { virtualBoard, virtualBoardNames, virtualBoardText } from './virtualBoards';

type Samples = Extract<SourceDescription, { readonly kind: 'virtual' }>['samples'];

const portsWaitMs = 700;

interface Choice extends vscode.QuickPickItem {
  readonly choose?: () => Promise<SourceDescription | undefined>;
}

/** @param trainedSamples what the trained model prints on a device, where one was trained */
export async function chooseSource(
  services: Services,
  trainedSamples: () => Promise<Samples>,
): Promise<SourceDescription | undefined> {
  const { say } = services;
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = say(sentence('monitorHost.pick.title'));
  pick.placeholder = say(sentence('monitorHost.pick.placeholder'));
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const fixed = otherChoices(services, trainedSamples);
  pick.busy = true;
  const chosen = new Promise<Choice | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]));
    pick.onDidHide(() => resolve(undefined));
  });
  pick.show();
  try {
    // The list must not move under the pointer: it waits a moment for the ports, and stays without them if they are slow.
    const ports = portChoices(services);
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), portsWaitMs));
    const early = await Promise.race([ports, late]);
    pick.items = [...(early ?? []), ...fixed];
    if (!early) {
      void ports.then((choices) => {
        pick.items = [...choices, ...fixed];
      });
    }
    pick.busy = false;
    const choice = await chosen;
    pick.hide();
    return await choice?.choose?.();
  } finally {
    pick.dispose();
  }
}

async function portChoices(services: Services): Promise<readonly Choice[]> {
  const { say } = services;
  const label = say(
    sentence(vscode.env.remoteName ? 'monitorHost.pick.portsRemote' : 'monitorHost.pick.ports'),
  );
  const heading: Choice = { label, kind: vscode.QuickPickItemKind.Separator };
  const typed: Choice = {
    label: `$(edit) ${say(sentence('monitorHost.pick.typed'))}`,
    choose: async () => {
      const path = await vscode.window.showInputBox({
        title: say(sentence('monitorHost.pick.typedTitle')),
        prompt: say(sentence('monitorHost.pick.typedPrompt')),
        ignoreFocusOut: true,
      });
      return path?.trim() ? serialSource(services, { path: path.trim() }) : undefined;
    },
  };
  try {
    const ports = await listPorts(streamScripts(services.context).port);
    const choices = ports.map((port): Choice => {
      const board = usbBoardOf(port.vendorId, port.productId);
      return {
        label: `$(plug) ${port.path}`,
        description: board?.name ?? port.manufacturer ?? '',
        choose: () => serialSource(services, port),
      };
    });
    const none: Choice = { label: `$(info) ${say(sentence('monitorHost.pick.noPorts'))}` };
    return [heading, ...(choices.length > 0 ? choices : [none]), typed];
  } catch (error) {
    const detail = error instanceof Problem ? say(error.sentence) : String(error);
    return [heading, { label: `$(warning) ${say(sentence('monitorHost.pick.portsFailed'))}`, detail }, typed];
  }
}

function otherChoices(services: Services, trainedSamples: () => Promise<Samples>): readonly Choice[] {
  const { say } = services;
  const boards = virtualBoardNames.map((name): Choice => {
    const { title, about } = virtualBoardText(name);
    return {
      label: `$(circuit-board) ${say(title)}`,
      description: say(about),
      choose: async () => virtualBoard(name, name === 'model' ? await trainedSamples() : undefined),
    };
  });
  return [
    { label: say(sentence('monitorHost.pick.virtual')), kind: vscode.QuickPickItemKind.Separator },
    ...boards,
    { label: say(sentence('monitorHost.pick.others')), kind: vscode.QuickPickItemKind.Separator },
    {
      label: `$(globe) ${say(sentence('monitorHost.pick.network'))}`,
      description: say(sentence('monitorHost.pick.networkAbout')),
      choose: () => askAddress(services),
    },
    {
      label: `$(history) ${say(sentence('monitorHost.pick.replay'))}`,
      choose: () => chooseRecording(services),
    },
    // A program of the workspace's choosing is not run before the workspace is trusted.
    ...(vscode.workspace.isTrusted
      ? [
          {
            label: `$(terminal) ${say(sentence('monitorHost.pick.program'))}`,
            description: say(sentence('monitorHost.pick.programAbout')),
            choose: () => askProgram(services),
          },
        ]
      : []),
  ];
}

async function serialSource(services: Services, port: ListedPort): Promise<SourceDescription | undefined> {
  const baudRate = await askBaudRate(services, identityOf(port) ?? port.path);
  return baudRate === undefined ? undefined : describePort(port.path, baudRate, [port]);
}

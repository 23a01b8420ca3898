/** Asks for a baud rate: the one used with this board last stands first, and any number can be typed. */
import * as vscode from 'vscode';
import type { PortIdentity } from '../../protocol/streamWorker';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';
import { baudRates } from './baudRates';

const usualFirst = 115200;
const keptKey = 'tinyml.monitor.baudRates';
const keptBoards = 100;

/** @param board its identity, or its path where the system tells no more */
export async function askBaudRate(
  { context, say }: Services,
  board: PortIdentity | string,
): Promise<number | undefined> {
  const key = typeof board === 'string' ? board : boardKey(board);
  const kept = context.globalState.get<Readonly<Record<string, number>>>(keptKey, {});
  const last = kept[key];
  const first = last ?? usualFirst;
  const rates = [first, ...baudRates.filter((rate) => rate !== first)];
  const chosen = await pickNumber(
    rates.map((rate) => ({
      label: String(rate),
      description: rate === last ? say(sentence('monitorHost.baud.last')) : '',
    })),
    say(sentence('monitorHost.baud.title')),
    say(sentence('monitorHost.baud.placeholder')),
  );
  if (chosen === undefined) return undefined;
  const others = Object.entries(kept).filter(([name]) => name !== key);
  await context.globalState.update(
    keptKey,
    Object.fromEntries([...others, [key, chosen] as const].slice(-keptBoards)),
  );
  return chosen;
}

function pickNumber(
  items: readonly vscode.QuickPickItem[],
  title: string,
  placeholder: string,
): Promise<number | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.items = items;
  pick.onDidChangeValue((typed) => {
    const rate = baudRateOf(typed);
    const isListed = items.some(({ label }) => label === typed);
    pick.items = rate === undefined || isListed ? items : [{ label: String(rate) }, ...items];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(baudRateOf(pick.selectedItems[0]?.label ?? ''));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function baudRateOf(text: string): number | undefined {
  const rate = /^\d{2,8}$/.test(text.trim()) ? Number(text) : 0;
  return rate >= 50 && rate <= 20_000_000 ? rate : undefined;
}

function boardKey({ vendorId, productId, serialNumber, location }: PortIdentity): string {
  return [vendorId, productId, serialNumber ?? location ?? ''].join(':');
}

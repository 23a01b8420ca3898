/** Asks for a baud rate: the one used with this board last stands first, and any number can be typed. */
import * as vscode from 'vscode';
import { sentence } from '../../../l10n/sentences';
import type { Services } from '../services';
import { baudRates } from './baudRates';
import { keepBaudRate, lastBaudRate, type KnownBoard } from './boardBaudRates';

const usualFirst = 115200;

export async function askBaudRate(services: Services, board: KnownBoard): Promise<number | undefined> {
  const { say } = services;
  const last = lastBaudRate(services, board);
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
  if (chosen !== undefined) await keepBaudRate(services, board, chosen);
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

/** What to look at when no port is listed though a board is plugged in. */
import { sentence, type Sentence } from '../../l10n/sentences';
import { thisMachine, type MachineFacts } from './machineFacts';

/** The likeliest first. */
export async function noPortsAdvice(facts: MachineFacts = thisMachine): Promise<readonly Sentence[]> {
  if (await facts.isWsl()) return [sentence('serial.noPortsWsl')];
  const advice = [sentence('serial.noPortsCable')];
  if (facts.platform === 'win32') advice.push(sentence('serial.noPortsDriverWindows'));
  if (facts.platform === 'darwin') advice.push(sentence('serial.noPortsDriverMac'));
  if (facts.platform === 'linux') {
    if (facts.isSnap()) advice.push(sentence('serial.noPortsSnap'));
    if (await facts.hasBrltty()) advice.push(sentence('serial.noPortsBrltty'));
  }
  return advice;
}

/** The serial ports of this machine. */
import type { ListedPort } from '../protocol/portProcess';
import { listLinuxPorts } from './listLinuxPorts';
import { portProblem } from './portProblem';
import { startPortProcess } from './portProcessClient';
import { timeLimit } from './timeLimit';

const limitMs = 5000;

/**
 * @param scriptPath absolute path of the bundled `port.process.js`; not used on Linux, where the kernel tells it all
 * @throws Problem when the native module cannot be loaded or does not answer
 */
export async function listPorts(
  scriptPath: string,
  platform: NodeJS.Platform = process.platform,
): Promise<readonly ListedPort[]> {
  if (platform === 'linux') return listLinuxPorts();
  const child = startPortProcess(scriptPath, { data: () => undefined, closed: () => undefined });
  try {
    const late = new Error('The list of ports did not come in time.');
    const ports = await timeLimit(child.request('list', undefined), limitMs, late);
    if (ports instanceof Error) throw ports;
    return ports;
  } catch (error) {
    throw await portProblem(error instanceof Error ? error.message : String(error), {
      path: '',
      identity: undefined,
    });
  } finally {
    void child.end(0);
  }
}

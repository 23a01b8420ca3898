/** `tinyml monitor` and `tinyml parse` at a serial cable, as a person starts them. */
import { createReadStream, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsOf, valuesOf } from '../unit/cli/printed';
import { ended, Tinyml } from '../unit/cli/tinyml';
import { hasSocat, ptyCable } from './ptyCable';

if (!hasSocat)
  console.log('Skipped: tinyml monitor on a serial port. It needs socat: sudo apt-get install socat');

const rows = Array.from({ length: 50 }, (_, row) => `${row / 8},${-row}`);

let tinyml: Tinyml;
beforeAll(async () => {
  tinyml = await Tinyml.bundle();
});
afterAll(() => {
  tinyml.remove();
});

describe.runIf(hasSocat)('in the terminal', () => {
  it('monitor reads a port until it is interrupted, and loses no row', async () => {
    const cable = await ptyCable(tinyml.path('cable'));
    const child = tinyml.start(['monitor', '--port', cable.monitorPath, '--record', 'port.csv']);
    let heard = '';
    child.stdout?.on('data', (text: Buffer) => (heard += text.toString()));
    const end = ended(child);
    for (let tries = 0; !heard.includes('# ready') && tries < 200; tries++) {
      await cable.print('# ready\r\n');
      await sleep(50);
    }
    await cable.print(`${rows.join('\r\n')}\r\n`);
    for (let tries = 0; !heard.includes(rows.at(-1) ?? '') && tries < 200; tries++) await sleep(50);
    child.kill('SIGINT');
    const { code, stderr } = await end;
    await cable.pull();
    expect(code).toBe(130);
    expect(stderr).toContain(cable.monitorPath);
    expect(valuesOf(readFileSync(tinyml.path('port.csv'), 'utf8'))).toEqual(rows);
  });

  it('parse reads a terminal as it reads a file', async () => {
    const cable = await ptyCable(tinyml.path('parsed'));
    const child = tinyml.start(['parse']);
    const end = ended(child);
    const port = createReadStream(cable.monitorPath);
    // Pulling the cable ends the terminal with an error.
    port.on('error', () => child.stdin?.end());
    port.pipe(child.stdin!);
    await cable.print(`${rows.join('\n')}\n`);
    let bytes = 0;
    port.on('data', (piece) => (bytes += piece.length));
    for (let tries = 0; bytes < rows.join('\n').length && tries < 200; tries++) await sleep(10);
    await cable.pull();
    const { code, stdout } = await end;
    expect({ code, kinds: kindsOf(stdout) }).toEqual({ code: 0, kinds: rows.map(() => 'data') });
  });
});

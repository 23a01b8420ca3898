/** `tinyml monitor` and `tinyml parse` as a person starts them: exit codes, what they print, what they record. */
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasSocat, ptyCable } from '../../judges/ptyCable';
import { ended, Tinyml } from './tinyml';

if (!hasSocat)
  console.log('Skipped: tinyml monitor on a serial port. It needs socat: sudo apt-get install socat');

const rows = Array.from({ length: 50 }, (_, row) => `${row / 8},${-row}`);
/** Of a CSV file: what is behind the time. */
const valuesOf = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.indexOf(',') + 1));

let tinyml: Tinyml;
let server: Server;
let address = '';
beforeAll(async () => {
  tinyml = await Tinyml.bundle();
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    // What stands before the first newline may be the rest of a line.
    socket.write(`cut\n${rows.join('\n')}\nERR: no sensor\n1,2,abc\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  tinyml.remove();
});

describe('tinyml monitor', () => {
  it('prints what comes over TCP, records the rows, and sums up', async () => {
    const { code, stdout, stderr } = await tinyml.run([
      ...['monitor', '--tcp', address, '--seconds', '1', '--record', 'tcp.csv'],
    ]);
    expect({
      code,
      lines: stdout
        .trimEnd()
        .split('\n')
        .slice(-rows.length - 2),
    }).toEqual({
      code: 0,
      lines: [...rows, 'ERR: no sensor', '1,2,abc'],
    });
    expect(valuesOf(readFileSync(tinyml.path('tcp.csv'), 'utf8'))).toEqual(rows);
    expect(stderr).toMatch(/50/);
    expect(existsSync(tinyml.path('tcp.recording'))).toBe(false);
  });

  it('plays a recording, records it to identical bytes, and ends with it', async () => {
    const { code, stdout } = await tinyml.run([
      ...['monitor', '--replay', 'tcp.csv', '--speed', '100', '--record', 'again.csv'],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain(`${rows.at(-1)}\n`);
    expect(readFileSync(tinyml.path('again.csv'))).toEqual(readFileSync(tinyml.path('tcp.csv')));
  });

  it.runIf(hasSocat)('reads a port until it is interrupted, and loses no row', async () => {
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

  it('says why nothing came, with exit code 1', async () => {
    const absent = await tinyml.run(['monitor', '--port', tinyml.path('nowhere'), '--seconds', '0.5']);
    expect(absent).toMatchObject({ code: 1, stdout: '' });
    expect(absent.stderr).toContain('nowhere');
    const refused = await tinyml.run(['monitor', '--tcp', '127.0.0.1:1', '--seconds', '0.5']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('127.0.0.1:1');
    expect(await tinyml.run(['monitor', '--replay', 'nowhere.csv'])).toMatchObject({ code: 1, stdout: '' });
  });

  it('overwrites no recording', async () => {
    writeFileSync(tinyml.path('kept.csv'), 'kept');
    const { code, stderr } = await tinyml.run(['monitor', '--virtual', 'sine', '--record', 'kept.csv']);
    expect(code).toBe(1);
    expect(stderr).toContain('kept.csv');
    expect(readFileSync(tinyml.path('kept.csv'), 'utf8')).toBe('kept');
  });

  it.each([
    [[]],
    [['--port', 'a', '--tcp', 'b:1']],
    [['--port', 'a', '--baud', 'fast']],
    [['--tcp', 'nowhere']],
    [['--tcp', 'a:70000']],
    [['--replay', 'a.csv', '--speed', '1000']],
    [['--virtual', 'toaster']],
    [['--virtual', 'sine', '--seconds', '-1']],
  ])('takes %j for wrong usage', async (args) => {
    expect(await tinyml.run(['monitor', ...args])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('tinyml parse', () => {
  const kindsOf = (stdout: string): readonly unknown[] =>
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly kind: unknown }).kind);

  it('answers each line of its input with one line of JSON', async () => {
    const { code, stdout, stderr } = await tinyml.run(['parse'], '1,2\nx: 1.5, y: -2\nHello\n1,2,abc\n');
    expect({ code, stderr, kinds: kindsOf(stdout) }).toEqual({
      code: 0,
      stderr: '',
      kinds: ['data', 'data', 'text', 'reject'],
    });
  });

  it.runIf(hasSocat)('reads a terminal as it reads a file', async () => {
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

  it.each([[['--format', 'morse']], [['file.txt']], [['--format']]])(
    'takes %j for wrong usage or input at fault',
    async (args) => {
      const { code, stdout, stderr } = await tinyml.run(['parse', ...args]);
      expect([1, 2]).toContain(code);
      expect(stdout).toBe('');
      expect(stderr).not.toBe('');
    },
  );
});

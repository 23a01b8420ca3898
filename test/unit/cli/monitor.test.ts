/** `tinyml monitor` and `tinyml parse` as a person starts them: exit codes, what they print, what they record. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsOf, valuesOf } from './printed';
import { Tinyml } from './tinyml';

const rows = Array.from({ length: 50 }, (_, row) => `${row / 8},${-row}`);

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

  it('says why nothing came, with exit code 1', async () => {
    const absent = await tinyml.run(['monitor', '--port', tinyml.path('nowhere'), '--seconds', '0.5']);
    expect(absent).toMatchObject({ code: 1, stdout: '' });
    expect(absent.stderr).toContain('nowhere');
    const refused = await tinyml.run(['monitor', '--tcp', '127.0.0.1:1', '--seconds', '3']);
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
    // Timers cannot wait so long.
    [['--virtual', 'sine', '--seconds', '3000000']],
  ])('takes %j for wrong usage', async (args) => {
    expect(await tinyml.run(['monitor', ...args])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('tinyml parse', () => {
  it('answers each line of its input with one line of JSON', async () => {
    const { code, stdout, stderr } = await tinyml.run(['parse'], '1,2\nx: 1.5, y: -2\nHello\n1,2,abc\n');
    expect({ code, stderr, kinds: kindsOf(stdout) }).toEqual({
      code: 0,
      stderr: '',
      kinds: ['data', 'data', 'text', 'reject'],
    });
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

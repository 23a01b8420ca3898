import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listLinuxPorts } from '../../../src/serial/listLinuxPorts';
import type { MachineFacts } from '../../../src/serial/machineFacts';
import { noPortsAdvice } from '../../../src/serial/noPortsAdvice';
import { findBoard } from '../../../src/serial/portIdentity';
import { portProblem } from '../../../src/serial/portProblem';
import { FinalProblem } from '../../../src/serial/byteSource';
import { describePort } from '../../../src/serial/describePort';

const root = mkdtempSync(join(tmpdir(), 'tinyml-sys-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** One tty of /sys/class/tty whose device is the given folder, with its file in /dev. */
function tty(name: string, device: string, type?: string): void {
  mkdirSync(join(root, 'sys/class/tty', name), { recursive: true });
  mkdirSync(join(root, device), { recursive: true });
  symlinkSync(join(root, device), join(root, 'sys/class/tty', name, 'device'));
  if (type !== undefined) put(`sys/class/tty/${name}/type`, `${type}\n`);
  put(`dev/${name}`, '');
}

// Names of USB devices hold colons, which Windows does not allow.
describe.skipIf(process.platform === 'win32')('ports of Linux', () => {
  it('are read from the kernel alone, without udevadm: boards with ids, no phantoms, no ptys, none without a file', async () => {
    const uno = 'sys/devices/pci/usb1/1-1';
    put(`${uno}/idVendor`, '2341\n');
    put(`${uno}/idProduct`, '0043\n');
    put(`${uno}/serial`, '7563\n');
    tty('ttyACM10', `${uno}/1-1:1.0`);
    const ftdi = 'sys/devices/pci/usb1/1-2';
    put(`${ftdi}/idVendor`, '0403\n');
    put(`${ftdi}/idProduct`, '6010\n');
    tty('ttyUSB0', `${ftdi}/1-2:1.0/ttyUSB0`);
    tty('ttyUSB1', `${ftdi}/1-2:1.1/ttyUSB1`);
    tty('ttyS0', 'sys/devices/platform/serial8250', '0');
    tty('ttyTHS1', 'sys/devices/platform/tegra', '8');
    mkdirSync(join(root, 'sys/class/tty/tty0'));
    tty('ttyUSB2', `${ftdi}/1-2:1.2/ttyUSB2`);
    rmSync(join(root, 'dev/ttyUSB2'));
    const ports = await listLinuxPorts(root);
    expect(
      ports.map(({ path, vendorId, location, serialNumber }) => [
        path.slice(root.length),
        vendorId,
        location,
        serialNumber,
      ]),
    ).toEqual([
      ['/dev/ttyACM10', '2341', '1-1:1.0', '7563'],
      ['/dev/ttyTHS1', undefined, undefined, undefined],
      ['/dev/ttyUSB0', '0403', '1-2:1.0', undefined],
      ['/dev/ttyUSB1', '0403', '1-2:1.1', undefined],
    ]);
    expect(await listLinuxPorts(join(root, 'nowhere'))).toEqual([]);
  });
});

describe('the identity of a board', () => {
  const chip = { vendorId: '1a86', productId: '7523' };

  it('is its serial number, wherever it is plugged in', () => {
    const identity = { ...chip, serialNumber: 'A', location: '1-1:1.0' };
    const ports = [
      { path: '/dev/ttyUSB0', ...chip, serialNumber: 'B', location: '1-1:1.0' },
      { path: '/dev/ttyUSB7', ...chip, serialNumber: 'A', location: '3-4:1.0' },
    ];
    expect(findBoard(ports, identity, '/dev/ttyUSB0')?.path).toBe('/dev/ttyUSB7');
  });

  it('is its place on the bus where it has none', () => {
    const identity = { ...chip, location: '1-2:1.0' };
    const ports = [
      { path: '/dev/ttyUSB0', ...chip, location: '1-1:1.0' },
      { path: '/dev/ttyUSB1', ...chip, location: '1-2:1.0' },
    ];
    expect(findBoard(ports, identity, '/dev/ttyUSB0')?.path).toBe('/dev/ttyUSB1');
    expect(findBoard(ports.slice(0, 1), identity, '/dev/ttyUSB0')).toBeUndefined();
  });

  it('tells the ports of one board apart, also elsewhere', () => {
    const both = { vendorId: '0403', productId: '6010', serialNumber: 'A' };
    const ports = [
      { path: '/dev/ttyUSB3', ...both, location: '3-1:1.0' },
      { path: '/dev/ttyUSB4', ...both, location: '3-1:1.1' },
    ];
    expect(findBoard(ports, { ...both, location: '1-1:1.1' }, '/dev/ttyUSB1')?.path).toBe('/dev/ttyUSB4');
  });
});

describe('DTR and RTS', () => {
  it('are set as the board wants them: released for auto-reset circuits, asserted for CDC', () => {
    const ports = [
      { path: 'a', vendorId: '1a86', productId: '7523' },
      { path: 'b', vendorId: '2341', productId: '0043' },
    ];
    expect(describePort('a', 9600, ports).signals).toEqual({ dtr: false, rts: false });
    expect(describePort('b', 9600, ports).signals).toEqual({ dtr: true, rts: true });
    expect(describePort('/dev/typed', 9600, ports).signals).toEqual({ dtr: true, rts: true });
  });
});

const facts = (changed: Partial<MachineFacts> = {}): MachineFacts => ({
  platform: 'linux',
  isSnap: () => false,
  isWsl: () => Promise.resolve(false),
  hasBrltty: () => Promise.resolve(false),
  groupOf: () => Promise.resolve('uucp'),
  holderOf: () => Promise.resolve(undefined),
  ...changed,
});

const ch340 = { vendorId: '1a86', productId: '7523' };
const holder = { pid: 4711, program: 'screen', isOurs: false };
const denied = 'Error: Permission denied, cannot open /dev/ttyUSB0';
const locked = 'Error: Error Resource temporarily unavailable Cannot lock port';
const absent = 'Error: No such file or directory, cannot open /dev/ttyUSB0';
const yes = (): Promise<boolean> => Promise.resolve(true);

describe('what went wrong with a port', () => {
  it.each([
    [denied, facts(), 'serial.deniedGroup'],
    [denied, facts({ isSnap: () => true }), 'serial.deniedSnap'],
    [denied, facts({ groupOf: () => Promise.resolve('root') }), 'serial.deniedRule'],
    [denied, facts({ platform: 'darwin' }), 'serial.denied'],
    [locked, facts(), 'serial.busy'],
    [locked, facts({ holderOf: () => Promise.resolve(holder) }), 'serial.busyBy'],
    [locked, facts({ holderOf: () => Promise.resolve({ ...holder, isOurs: true }) }), 'serial.busyOurs'],
    ['Opening COM3: Access denied', facts({ platform: 'win32' }), 'serial.busy'],
    ['Error: Resource busy, cannot open /dev/cu.usb', facts({ platform: 'darwin' }), 'serial.busy'],
    [absent, facts({ hasBrltty: yes }), 'serial.goneBrltty'],
    [absent, facts({ isWsl: yes }), 'serial.goneWsl'],
    [absent, facts(), 'serial.gone'],
    ['Opening COM3: File not found', facts({ platform: 'win32' }), 'serial.goneDriver'],
    ['Error: No native build was found for platform=linux', facts(), 'serial.nativeMissing'],
    ['Error setting custom baud rate of 5', facts(), 'serial.settingsRefused'],
    ['something new', facts(), 'serial.openFailed'],
  ])('%s', async (reason, machine, id) => {
    const found = await portProblem(reason, { path: '/dev/ttyUSB0', identity: ch340 }, machine);
    expect(found.sentence.id).toBe(id);
    expect(found instanceof FinalProblem).toBe(id === 'serial.nativeMissing');
  });

  it('names the group of the device file', async () => {
    const found = await portProblem(denied, { path: '/dev/ttyUSB0', identity: undefined }, facts());
    expect(found.sentence.args).toMatchObject({ group: 'uucp' });
  });

  it('says what to look at where no port is found', async () => {
    const ids = async (machine: MachineFacts): Promise<readonly string[]> =>
      (await noPortsAdvice(machine)).map(({ id }) => id);
    expect(await ids(facts({ isWsl: yes }))).toEqual(['serial.noPortsWsl']);
    expect(await ids(facts({ platform: 'win32' }))).toEqual([
      'serial.noPortsCable',
      'serial.noPortsDriverWindows',
    ]);
    expect(await ids(facts({ platform: 'darwin' }))).toEqual([
      'serial.noPortsCable',
      'serial.noPortsDriverMac',
    ]);
    expect(await ids(facts({ isSnap: () => true, hasBrltty: yes }))).toEqual([
      'serial.noPortsCable',
      'serial.noPortsSnap',
      'serial.noPortsBrltty',
    ]);
  });
});

/**
 * Serial ports of Linux as the kernel lists them in /sys/class/tty, without starting a program: npm serialport asks
 * `udevadm`, which containers lack, and which leaves out some names (ttyTHS, ttySAC).
 * Source: the kernel's documents on sysfs, Documentation/ABI/testing/sysfs-tty and sysfs-bus-usb.
 */
import { access, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ListedPort } from '../protocol/portProcess';

/** USB devices are a few folders above their tty. */
const maxSteps = 6;

/** @param root of /sys and /dev; another one in a test */
export async function listLinuxPorts(root = '/'): Promise<readonly ListedPort[]> {
  const folder = join(root, 'sys/class/tty');
  const names = await readdir(folder).catch((): string[] => []);
  const ports = await Promise.all(names.map((name) => portOf(root, join(folder, name), name)));
  return ports
    .filter((port): port is ListedPort => port !== undefined)
    .sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
}

async function portOf(root: string, entry: string, name: string): Promise<ListedPort | undefined> {
  // Consoles and ptys have no device behind them.
  const device = await realpath(join(entry, 'device')).catch(() => undefined);
  if (device === undefined) return undefined;
  // The kernel makes ttyS0 to ttyS31 whether there is hardware or not: type 0 is PORT_UNKNOWN.
  if ((await text(join(entry, 'type'))) === '0') return undefined;
  const path = join(root, 'dev', name);
  // Containers see the kernel's whole list, and the devices that they were given.
  if (!(await isThere(path))) return undefined;
  const usb = await usbDevice(device);
  if (!usb) return { path };
  const [vendorId, productId, serialNumber, manufacturer] = await Promise.all(
    ['idVendor', 'idProduct', 'serial', 'manufacturer'].map((file) => text(join(usb.folder, file))),
  );
  return {
    path,
    location: usb.location,
    ...(vendorId ? { vendorId } : {}),
    ...(productId ? { productId } : {}),
    ...(serialNumber ? { serialNumber } : {}),
    ...(manufacturer ? { manufacturer } : {}),
  };
}

/** Goes up from the tty's device to the USB device; its place and interface are the folder names on the way. */
async function usbDevice(device: string): Promise<{ folder: string; location: string } | undefined> {
  let folder = device;
  let usbInterface: string | undefined;
  for (let step = 0; step < maxSteps; step++) {
    const name = basename(folder);
    if (/^\d+-[\d.]+:\d+\.\d+$/.test(name)) usbInterface = name;
    if ((await text(join(folder, 'idVendor'))) !== undefined)
      return { folder, location: usbInterface ?? name };
    folder = dirname(folder);
  }
  return undefined;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function text(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').then(
    (content) => content.trim(),
    () => undefined,
  );
}

/**
 * Boards and serial bridges by USB vendor and product id: what to call a port, which driver it wants, and which state of
 * DTR and RTS it needs.
 * Sources: the public lists of the vendors (espressif/usb-pids, raspberrypi/usb-pid, the boards.txt files of Arduino's,
 * Adafruit's and PJRC's cores) and the USB ID Repository (linux-usb.org).
 */

/**
 * How the two control lines are left after opening.
 * - `run`: both asserted, as terminals do; USB-CDC devices send nothing before DTR.
 * - `autoReset`: on boards whose DTR and RTS drive the reset and boot pins through two transistors, equal levels leave
 *   both pins alone: both are released.
 */
export type ControlLines = 'run' | 'autoReset';

/** Whose driver the operating system may lack. */
export type UsbDriver = 'cdc' | 'ch34x' | 'cp210x' | 'ftdi' | 'pl2303';

export interface UsbBoard {
  readonly name: string;
  /** A bridge names the chip on the board, not the board. */
  readonly kind: 'board' | 'bridge';
  readonly driver: UsbDriver;
  readonly lines: ControlLines;
}

type Row = readonly [
  vendor: number,
  products: readonly number[] | 'any',
  name: string,
  kind: UsbBoard['kind'],
  driver: UsbDriver,
  lines: ControlLines,
];

/** The first row that fits counts, so a vendor's `any` comes last. */
const ROWS: readonly Row[] = [
  [0x1a86, [0x7523, 0x5523], 'CH340', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x7522], 'CH340K', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x55d3], 'CH343', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x55d4], 'CH9102', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x55d2, 0x55d5], 'CH342/CH344', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x8010, 0x8012], 'WCH-Link', 'board', 'cdc', 'run'],
  [0x10c4, [0xea60, 0xea61, 0xea63], 'CP210x', 'bridge', 'cp210x', 'autoReset'],
  [0x10c4, [0xea70, 0xea71], 'CP2105/CP2108', 'bridge', 'cp210x', 'autoReset'],
  [0x0403, [0x6001], 'FT232R', 'bridge', 'ftdi', 'autoReset'],
  [0x0403, [0x6010], 'FT2232', 'bridge', 'ftdi', 'autoReset'],
  [0x0403, [0x6011], 'FT4232', 'bridge', 'ftdi', 'autoReset'],
  [0x0403, [0x6014], 'FT232H', 'bridge', 'ftdi', 'autoReset'],
  [0x0403, [0x6015], 'FT230X', 'bridge', 'ftdi', 'autoReset'],
  [0x067b, [0x2303, 0x23a3, 0x23c3], 'PL2303', 'bridge', 'pl2303', 'autoReset'],
  [0x04d8, [0x000a], 'Microchip CDC', 'board', 'cdc', 'run'],
  [0x04d8, [0x00dd], 'MCP2221', 'bridge', 'cdc', 'run'],

  [0x2341, [0x0001, 0x0043, 0x0243], 'Arduino Uno', 'board', 'cdc', 'run'],
  [0x2a03, [0x0043], 'Arduino Uno', 'board', 'cdc', 'run'],
  [0x2341, [0x0010, 0x0042, 0x0210, 0x0242], 'Arduino Mega 2560', 'board', 'cdc', 'run'],
  [0x2a03, [0x0010, 0x0042], 'Arduino Mega 2560', 'board', 'cdc', 'run'],
  [0x2341, [0x0036, 0x8036], 'Arduino Leonardo', 'board', 'cdc', 'run'],
  [0x2341, [0x0037, 0x8037], 'Arduino Micro', 'board', 'cdc', 'run'],
  [0x2341, [0x003d, 0x003e], 'Arduino Due', 'board', 'cdc', 'run'],
  [0x2341, [0x804d, 0x004d], 'Arduino Zero', 'board', 'cdc', 'run'],
  [0x2341, [0x804e, 0x004e], 'Arduino MKR1000', 'board', 'cdc', 'run'],
  [0x2341, [0x8054, 0x0054], 'Arduino MKR WiFi 1010', 'board', 'cdc', 'run'],
  [0x2341, [0x8057, 0x0057], 'Arduino Nano 33 IoT', 'board', 'cdc', 'run'],
  [0x2341, [0x0058], 'Arduino Nano Every', 'board', 'cdc', 'run'],
  [0x2341, [0x805a, 0x005a], 'Arduino Nano 33 BLE', 'board', 'cdc', 'run'],
  [0x2341, [0x025b, 0x035b, 0x045b, 0x055b, 0x065b], 'Arduino Portenta H7', 'board', 'cdc', 'run'],
  [0x2341, [0x005e, 0x015e, 0x025e], 'Arduino Nano RP2040 Connect', 'board', 'cdc', 'run'],
  [0x2341, [0x025f, 0x035f, 0x045f, 0x055f, 0x065f], 'Arduino Nicla Vision', 'board', 'cdc', 'run'],
  [0x2341, [0x0060, 0x0160, 0x0260, 0x0360, 0x0460, 0x0560], 'Arduino Nicla Sense ME', 'board', 'cdc', 'run'],
  [0x2341, [0x0069, 0x0369], 'Arduino Uno R4 Minima', 'board', 'cdc', 'run'],
  [0x2341, [0x1002, 0x006d], 'Arduino Uno R4 WiFi', 'board', 'cdc', 'run'],
  [0x2341, [0x0070], 'Arduino Nano ESP32', 'board', 'cdc', 'run'],
  [0x2341, 'any', 'Arduino', 'board', 'cdc', 'run'],
  [0x2a03, 'any', 'Arduino', 'board', 'cdc', 'run'],

  [0x303a, [0x1001], 'ESP32-S3/C3/C6 (USB Serial/JTAG)', 'board', 'cdc', 'autoReset'],
  [0x303a, [0x1002], 'ESP-USB-Bridge', 'bridge', 'cdc', 'autoReset'],
  [0x303a, [0x0002], 'ESP32-S2', 'board', 'cdc', 'run'],
  [0x303a, [0x0009, 0x4001], 'ESP32-S3', 'board', 'cdc', 'run'],
  [0x303a, 'any', 'Espressif', 'board', 'cdc', 'run'],

  [0x2e8a, [0x0005], 'Raspberry Pi Pico (MicroPython)', 'board', 'cdc', 'run'],
  [0x2e8a, [0x000a], 'Raspberry Pi Pico', 'board', 'cdc', 'run'],
  [0x2e8a, [0x0009], 'Raspberry Pi Pico 2', 'board', 'cdc', 'run'],
  [0x2e8a, [0x000c, 0x0004], 'Raspberry Pi Debug Probe', 'bridge', 'cdc', 'run'],
  [0x2e8a, [0xf00a], 'Raspberry Pi Pico W', 'board', 'cdc', 'run'],
  [0x2e8a, 'any', 'Raspberry Pi RP2040/RP2350', 'board', 'cdc', 'run'],

  [0x0483, [0x5740], 'STM32 Virtual COM Port', 'board', 'cdc', 'run'],
  [0x0483, [0x374b, 0x3752], 'ST-LINK/V2-1', 'bridge', 'cdc', 'run'],
  [0x0483, [0x374e, 0x374f, 0x3753, 0x3754], 'ST-LINK/V3', 'bridge', 'cdc', 'run'],
  [0x0483, 'any', 'STMicroelectronics', 'board', 'cdc', 'run'],

  [0x16c0, [0x0483, 0x0487, 0x0489, 0x048a, 0x048b, 0x048c, 0x0476], 'Teensy', 'board', 'cdc', 'run'],
  [0x1366, [0x0105, 0x1015, 0x1025, 0x1051, 0x1061], 'SEGGER J-Link', 'bridge', 'cdc', 'run'],
  [0x1366, 'any', 'SEGGER J-Link', 'bridge', 'cdc', 'run'],
  [0x1915, [0x520f, 0x521f, 0x522f], 'Nordic nRF52 bootloader', 'board', 'cdc', 'run'],
  [0x1915, [0x530c, 0x5300], 'Nordic Thingy', 'board', 'cdc', 'run'],
  [0x1915, 'any', 'Nordic nRF', 'board', 'cdc', 'run'],
  [0x0d28, [0x0204], 'DAPLink / micro:bit', 'board', 'cdc', 'run'],
  [0x03eb, [0x2111, 0x2141, 0x2157, 0x2175], 'Atmel EDBG', 'bridge', 'cdc', 'run'],

  [0x239a, [0x800b, 0x000b], 'Adafruit Feather M0', 'board', 'cdc', 'run'],
  [0x239a, [0x8022, 0x0022, 0x8031, 0x0031], 'Adafruit Feather M4', 'board', 'cdc', 'run'],
  [0x239a, [0x8018, 0x0018, 0x8019], 'Adafruit Circuit Playground Express', 'board', 'cdc', 'run'],
  [0x239a, [0x8045, 0x0045], 'Adafruit Circuit Playground Bluefruit', 'board', 'cdc', 'run'],
  [0x239a, [0x8029, 0x0029, 0x802a], 'Adafruit Feather nRF52840', 'board', 'cdc', 'run'],
  [0x239a, [0x8087, 0x0087], 'Adafruit Feather nRF52840 Sense', 'board', 'cdc', 'run'],
  [0x239a, [0x8033, 0x0033], 'Adafruit CLUE/PyBadge', 'board', 'cdc', 'run'],
  [0x239a, 'any', 'Adafruit', 'board', 'cdc', 'run'],
  [0x2886, [0x8045, 0x0045], 'Seeed XIAO nRF52840 Sense', 'board', 'cdc', 'run'],
  [0x2886, [0x8044, 0x0044], 'Seeed XIAO nRF52840', 'board', 'cdc', 'run'],
  [0x2886, [0x802f, 0x002f], 'Seeed XIAO SAMD21', 'board', 'cdc', 'run'],
  [0x2886, [0x802d, 0x002d], 'Seeed Wio Terminal', 'board', 'cdc', 'run'],
  [0x2886, 'any', 'Seeed Studio', 'board', 'cdc', 'run'],
  [0x1b4f, 'any', 'SparkFun', 'board', 'cdc', 'run'],
  [0x1209, 'any', 'pid.codes board', 'board', 'cdc', 'run'],
  [0x1fc9, [0x0090, 0x0143], 'NXP MCU-Link / LPC-Link2', 'bridge', 'cdc', 'run'],
  [0x1cbe, [0x00fd, 0x0002], 'TI LaunchPad (Stellaris ICDI)', 'bridge', 'cdc', 'run'],
  [0x0451, [0xbef3], 'TI LaunchPad (XDS110)', 'bridge', 'cdc', 'run'],
];

/** What a port with these ids is; undefined when the table does not know. */
export function usbBoard(vendorId: number, productId: number): UsbBoard | undefined {
  const row = ROWS.find(
    ([vendor, products]) => vendor === vendorId && (products === 'any' || products.includes(productId)),
  );
  return row && { name: row[2], kind: row[3], driver: row[4], lines: row[5] };
}

/** As `usbBoard`, for ids as operating systems print them: four hexadecimal digits, with or without `0x`. */
export function usbBoardOf(
  vendorId: string | undefined,
  productId: string | undefined,
): UsbBoard | undefined {
  if (!vendorId || !productId) return undefined;
  return usbBoard(parseInt(vendorId, 16), parseInt(productId, 16));
}

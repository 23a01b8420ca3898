/**
 * Boards and serial bridges by USB vendor and product id: what to call a port, which driver it wants, and which state of
 * DTR and RTS it needs. Each group names the public list that it was checked against, with its commit or version.
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

export type Row = readonly [
  vendor: number,
  products: readonly number[] | 'any',
  name: string,
  kind: UsbBoard['kind'],
  driver: UsbDriver,
  lines: ControlLines,
];

/** The first row that fits counts, so a vendor's `any` comes last. */
export const USB_ROWS: readonly Row[] = [
  // WCHSoftGroup/ch341ser_linux driver/ch341.c; WCHSoftGroup/ch343ser_linux 174cdef driver/ch343.c.
  [0x1a86, [0x7523], 'CH340', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x7522], 'CH340K', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x5523], 'CH341', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0xe523], 'CH330', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x55d2], 'CH342', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x55d3], 'CH343', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x55d4], 'CH9102', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x55d5], 'CH344', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x55d7], 'CH9103', 'bridge', 'ch34x', 'autoReset'],
  [0x1a86, [0x55d8], 'CH9101', 'bridge', 'ch34x', 'autoReset'],
  // probe-rs/probe-rs, its list of CMSIS-DAP devices: RISC-V mode and DAP mode of the same probe.
  [0x1a86, [0x8010, 0x8012], 'WCH-Link', 'bridge', 'cdc', 'run'],

  // USB ID Repository, usb.ids 2026.06.26.
  [0x10c4, [0xea60, 0xea61, 0xea63], 'CP210x', 'bridge', 'cp210x', 'autoReset'],
  [0x10c4, [0xea70], 'CP2105', 'bridge', 'cp210x', 'autoReset'],
  [0x10c4, [0xea71], 'CP2108', 'bridge', 'cp210x', 'autoReset'],
  [0x0403, [0x6001], 'FT232R', 'bridge', 'ftdi', 'autoReset'],
  [0x0403, [0x6010], 'FT2232', 'bridge', 'ftdi', 'autoReset'],
  [0x0403, [0x6011], 'FT4232', 'bridge', 'ftdi', 'autoReset'],
  [0x0403, [0x6014], 'FT232H', 'bridge', 'ftdi', 'autoReset'],
  // openocd-org/openocd abbbc2e, contrib/60-openocd.rules.
  [0x0403, [0x6015], 'FT230X/FT231X', 'bridge', 'ftdi', 'autoReset'],
  // usb.ids; the G series: Linux drivers/usb/serial/pl2303.h.
  [0x067b, [0x2303], 'PL2303', 'bridge', 'pl2303', 'autoReset'],
  [0x067b, [0x23a3, 0x23b3, 0x23c3, 0x23d3, 0x23e3, 0x23f3], 'PL2303G', 'bridge', 'pl2303', 'autoReset'],
  [0x04d8, [0x000a], 'Microchip CDC', 'board', 'cdc', 'run'],
  [0x04d8, [0x00dd], 'MCP2221', 'bridge', 'cdc', 'run'],

  // arduino/ArduinoCore-avr 11b9130, boards.txt.
  [0x2341, [0x0001, 0x0043, 0x0243, 0x006a], 'Arduino Uno', 'board', 'cdc', 'run'],
  [0x2a03, [0x0043], 'Arduino Uno', 'board', 'cdc', 'run'],
  [0x2341, [0x0062], 'Arduino Uno Mini', 'board', 'cdc', 'run'],
  [0x2341, [0x0010, 0x0042, 0x0210, 0x0242], 'Arduino Mega 2560', 'board', 'cdc', 'run'],
  [0x2a03, [0x0010, 0x0042], 'Arduino Mega 2560', 'board', 'cdc', 'run'],
  [0x2341, [0x003f, 0x0044], 'Arduino Mega ADK', 'board', 'cdc', 'run'],
  [0x2341, [0x0036, 0x8036], 'Arduino Leonardo', 'board', 'cdc', 'run'],
  [0x2a03, [0x0036, 0x8036], 'Arduino Leonardo', 'board', 'cdc', 'run'],
  [0x2341, [0x0037, 0x8037, 0x0237, 0x8237], 'Arduino Micro', 'board', 'cdc', 'run'],
  [0x2a03, [0x0037, 0x8037], 'Arduino Micro', 'board', 'cdc', 'run'],
  // arduino/ArduinoCore-sam 790ff2c, boards.txt.
  [0x2341, [0x003d, 0x003e], 'Arduino Due', 'board', 'cdc', 'run'],
  [0x2a03, [0x003d, 0x003e], 'Arduino Due', 'board', 'cdc', 'run'],
  // arduino/ArduinoCore-samd 993398c and ArduinoCore-megaavr bbdfd4b, boards.txt.
  [0x2341, [0x804d, 0x004d, 0x824d, 0x024d], 'Arduino Zero', 'board', 'cdc', 'run'],
  [0x2341, [0x804e, 0x004e, 0x824e, 0x024e], 'Arduino MKR1000', 'board', 'cdc', 'run'],
  [0x2341, [0x804f, 0x004f], 'Arduino MKR Zero', 'board', 'cdc', 'run'],
  [0x2341, [0x8054, 0x0054], 'Arduino MKR WiFi 1010', 'board', 'cdc', 'run'],
  [0x2341, [0x8056, 0x0056], 'Arduino MKR Vidor 4000', 'board', 'cdc', 'run'],
  [0x2341, [0x8057, 0x0057], 'Arduino Nano 33 IoT', 'board', 'cdc', 'run'],
  [0x2341, [0x8059, 0x0059], 'Arduino MKR WAN 1310', 'board', 'cdc', 'run'],
  [0x2341, [0x0058], 'Arduino Nano Every', 'board', 'cdc', 'run'],
  // arduino/ArduinoCore-mbed b4ad4e7, boards.txt. The Nano 33 BLE and its Sense kinds have the same ids.
  [0x2341, [0x805a, 0x005a, 0x015a, 0x025a], 'Arduino Nano 33 BLE (Sense)', 'board', 'cdc', 'run'],
  [0x2341, [0x025b, 0x035b, 0x045b, 0x055b], 'Arduino Portenta H7', 'board', 'cdc', 'run'],
  [0x2341, [0x0061], 'Arduino Portenta X8', 'board', 'cdc', 'run'],
  [0x2341, [0x805e, 0x005e, 0x015e, 0x025e], 'Arduino Nano RP2040 Connect', 'board', 'cdc', 'run'],
  [0x2341, [0x025f, 0x035f, 0x045f, 0x055f], 'Arduino Nicla Vision', 'board', 'cdc', 'run'],
  [0x2341, [0x0060], 'Arduino Nicla Sense ME', 'board', 'cdc', 'run'],
  [0x2341, [0x0065], 'Arduino Nicla Voice', 'board', 'cdc', 'run'],
  [0x2341, [0x005d, 0x805d], 'Arduino Edge Control', 'board', 'cdc', 'run'],
  [0x2341, [0x0266, 0x0366, 0x0466], 'Arduino Giga R1', 'board', 'cdc', 'run'],
  [0x2341, [0x0064, 0x0164, 0x0264, 0x0364], 'Arduino Opta', 'board', 'cdc', 'run'],
  [0x35d1, [0x0064, 0x0164, 0x0264, 0x0364], 'Arduino Opta', 'board', 'cdc', 'run'],
  // arduino/ArduinoCore-renesas 99f8ee4, boards.txt.
  [0x2341, [0x0068, 0x0368], 'Arduino Portenta C33', 'board', 'cdc', 'run'],
  [0x2341, [0x0069, 0x0369], 'Arduino Uno R4 Minima', 'board', 'cdc', 'run'],
  [0x2341, [0x1002, 0x006d], 'Arduino Uno R4 WiFi', 'board', 'cdc', 'run'],
  [0x2341, [0x0074, 0x0374], 'Arduino Nano R4', 'board', 'cdc', 'run'],
  // platformio/platform-espressif32 4ed1943, boards/arduino_nano_esp32.json.
  [0x2341, [0x0070], 'Arduino Nano ESP32', 'board', 'cdc', 'run'],
  [0x2341, 'any', 'Arduino', 'board', 'cdc', 'run'],
  [0x2a03, 'any', 'Arduino', 'board', 'cdc', 'run'],

  // 1001, 1002: openocd-org/openocd abbbc2e, contrib/60-openocd.rules; the vendor: espressif/usb-pids 3db9504, README.md.
  // 4001 (TinyUSB with one CDC port) and the boot loaders over USB OTG stand in many projects' notes, in no list of the
  // vendor's.
  [0x303a, [0x1001], 'ESP32-S3/C3/C6 (USB Serial/JTAG)', 'board', 'cdc', 'autoReset'],
  [0x303a, [0x1002], 'ESP USB bridge', 'bridge', 'cdc', 'autoReset'],
  [0x303a, [0x4001], 'ESP32-S2/S3 (USB CDC)', 'board', 'cdc', 'run'],
  [0x303a, [0x0002], 'ESP32-S2 (boot loader)', 'board', 'cdc', 'run'],
  [0x303a, [0x0009], 'ESP32-S3 (boot loader)', 'board', 'cdc', 'run'],
  [0x303a, 'any', 'Espressif', 'board', 'cdc', 'run'],

  // raspberrypi/usb-pid 538d7a2, Readme.md: the SDK has one id for the RP2040 and a later one for all chips.
  [0x2e8a, [0x0005], 'Raspberry Pi Pico (MicroPython)', 'board', 'cdc', 'run'],
  [0x2e8a, [0x000b], 'Raspberry Pi Pico (CircuitPython)', 'board', 'cdc', 'run'],
  [0x2e8a, [0x000a], 'Raspberry Pi Pico', 'board', 'cdc', 'run'],
  [0x2e8a, [0x0009], 'Raspberry Pi Pico / Pico 2', 'board', 'cdc', 'run'],
  [0x2e8a, [0x0004, 0x000c], 'Raspberry Pi Debug Probe', 'bridge', 'cdc', 'run'],
  // arduino/ArduinoCore-mbed b4ad4e7, boards.txt.
  [0x2e8a, [0x00c0], 'Raspberry Pi Pico (Arduino)', 'board', 'cdc', 'run'],
  [0x2e8a, 'any', 'RP2040/RP2350 board', 'board', 'cdc', 'run'],

  // stlink-org/stlink 733893a, src/stlink-lib/usb.h; usb.ids 2026.06.26.
  [0x0483, [0x5740], 'STM32 Virtual COM Port', 'board', 'cdc', 'run'],
  [0x0483, [0x374b, 0x3752], 'ST-LINK/V2-1 (Nucleo, Discovery)', 'bridge', 'cdc', 'run'],
  [0x0483, [0x374e, 0x374f, 0x3753, 0x3754, 0x3757], 'ST-LINK/V3', 'bridge', 'cdc', 'run'],
  [0x0483, 'any', 'STMicroelectronics', 'board', 'cdc', 'run'],

  // PaulStoffregen/cores 7f107ee, teensy4/usb_desc.h: USB types with a serial port.
  [0x16c0, [0x0483, 0x0487, 0x0489, 0x048a, 0x048b, 0x048c, 0x04d5], 'Teensy', 'board', 'cdc', 'run'],
  // openocd-org/openocd abbbc2e, contrib/60-openocd.rules: 1015, 1051 and 1061 are on Nordic's development kits.
  [0x1366, [0x1015, 0x1051, 0x1061], 'SEGGER J-Link OB (nRF DK)', 'bridge', 'cdc', 'run'],
  [0x1366, 'any', 'SEGGER J-Link', 'bridge', 'cdc', 'run'],
  // NordicSemiconductor/nrf-udev, 71-nrf.rules, for the vendor; 521f: the Open DFU boot loader of the nRF52840 dongle.
  [0x1915, [0x521f], 'Nordic nRF52 (boot loader)', 'board', 'cdc', 'run'],
  [0x1915, 'any', 'Nordic nRF', 'board', 'cdc', 'run'],
  // pyocd/pyOCD d1974ff, udev/50-cmsis-dap.rules; 2157: arduino/ArduinoCore-samd 993398c.
  [0x0d28, [0x0204], 'micro:bit or other DAPLink', 'board', 'cdc', 'run'],
  [0x03eb, [0x2111, 0x2141, 0x2145, 0x2157, 0x216c, 0x2175], 'Microchip debugger', 'bridge', 'cdc', 'run'],
  [0x1fc9, [0x0090, 0x0143], 'NXP MCU-Link / LPC-Link2', 'bridge', 'cdc', 'run'],
  [0x04b4, [0xf154, 0xf155, 0xf166], 'Infineon KitProg3', 'bridge', 'cdc', 'run'],
  // openocd-org/openocd abbbc2e, contrib/60-openocd.rules; 0002: usb.ids.
  [0x1cbe, [0x00fd, 0x0002], 'TI LaunchPad (ICDI)', 'bridge', 'cdc', 'run'],
  [0x0451, [0xbef3, 0xbef4], 'TI LaunchPad (XDS110)', 'bridge', 'cdc', 'run'],

  // adafruit/ArduinoCore-samd 26c39c0 and adafruit/Adafruit_nRF52_Arduino fa129c2, boards.txt.
  [0x239a, [0x800b, 0x000b, 0x0015], 'Adafruit Feather M0', 'board', 'cdc', 'run'],
  [0x239a, [0x8022, 0x0022, 0x8026], 'Adafruit Feather M4', 'board', 'cdc', 'run'],
  [0x239a, [0x8018, 0x0018, 0x0019], 'Adafruit Circuit Playground Express', 'board', 'cdc', 'run'],
  [0x239a, [0x8045, 0x0045, 0x8046], 'Adafruit Circuit Playground Bluefruit', 'board', 'cdc', 'run'],
  [0x239a, [0x8029, 0x0029, 0x002a, 0x802a], 'Adafruit Feather nRF52840', 'board', 'cdc', 'run'],
  [0x239a, [0x8087, 0x0087, 0x0088, 0x8088], 'Adafruit Feather nRF52840 Sense', 'board', 'cdc', 'run'],
  [0x239a, [0x8071, 0x0071, 0x8072], 'Adafruit CLUE', 'board', 'cdc', 'run'],
  [0x239a, [0x8033, 0x0033, 0x8034, 0x0034], 'Adafruit PyBadge / EdgeBadge', 'board', 'cdc', 'run'],
  [0x239a, 'any', 'Adafruit', 'board', 'cdc', 'run'],
  // Seeed-Studio/Adafruit_nRF52_Arduino 6134ada and Seeed-Studio/ArduinoCore-samd 11c0e0b, boards.txt.
  [0x2886, [0x8045, 0x0045], 'Seeed XIAO nRF52840 Sense', 'board', 'cdc', 'run'],
  [0x2886, [0x8044, 0x0044], 'Seeed XIAO nRF52840', 'board', 'cdc', 'run'],
  [0x2886, [0x802f, 0x002f], 'Seeed XIAO SAMD21', 'board', 'cdc', 'run'],
  [0x2886, [0x802d, 0x002d], 'Seeed Wio Terminal', 'board', 'cdc', 'run'],
  // platformio/platform-espressif32 4ed1943, boards/seeed_xiao_esp32*.json.
  [0x2886, [0x0056, 0x8056], 'Seeed XIAO ESP32S3', 'board', 'cdc', 'run'],
  [0x2886, [0x0048, 0x8048], 'Seeed XIAO ESP32C6', 'board', 'cdc', 'run'],
  [0x2886, [0x0046], 'Seeed XIAO ESP32C3', 'board', 'cdc', 'run'],
  [0x2886, 'any', 'Seeed Studio', 'board', 'cdc', 'run'],
  // arduino/ArduinoCore-avr 11b9130, boards.txt, for the vendor. The SparkFun Edge has no bridge: it shows the CH340 or
  // FTDI of the adapter that it is plugged into.
  [0x1b4f, 'any', 'SparkFun', 'board', 'cdc', 'run'],
  // usb.ids 2026.06.26: a vendor id that open-source boards share.
  [0x1209, 'any', 'pid.codes board', 'board', 'cdc', 'run'],
];

/** What a port with these ids is; undefined when the table does not know. */
export function usbBoard(vendorId: number, productId: number): UsbBoard | undefined {
  const row = USB_ROWS.find(
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

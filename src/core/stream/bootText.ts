/**
 * What the boot ROMs of Espressif chips print before any program runs. The lines have colons and numbers and would
 * otherwise become series called `load`, `len`, `rst` and `boot`.
 * Source: ROM output as shown in the ESP-IDF documentation ("Fatal Errors", "Boot Mode Selection") and in the esptool
 * documentation ("Boot Log").
 */
/** Beginnings that nothing but a boot ROM prints. */
const BEGINNINGS: readonly string[] = [
  'ets Jan',
  'ets Feb',
  'ets Mar',
  'ets Apr',
  'ets May',
  'ets Jun',
  'ets Jul',
  'ets Aug',
  'ets Sep',
  'ets Oct',
  'ets Nov',
  'ets Dec',
  'ESP-ROM:',
  'Build:',
  'Saved PC:0x',
  'SPIWP:0x',
  'configsip:',
  'clk_drv:0x',
  'entry 0x',
  'rst:0x',
  'rst cause:',
  'mode:DIO',
  'mode:DOUT',
  'mode:QIO',
  'mode:QOUT',
  'mode:FAST',
  'mode:SLOW',
  'load:0x',
  'load 0x',
  'csum 0x',
  'csum err:',
  'chksum=0x',
  'flash read err',
  'invalid header:',
  'waiting for download',
  'SHA-256 comparison failed',
  'secure boot',
];

/** By first character, so that most lines are done after one look. */
const BY_FIRST = new Map<number, readonly string[]>();
for (const beginning of BEGINNINGS) {
  const first = beginning.charCodeAt(0);
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), beginning]);
}

export function isBootText(text: string): boolean {
  const from = text.charCodeAt(0) === 0x20 ? 1 : 0;
  const beginnings = BY_FIRST.get(text.charCodeAt(from));
  return beginnings?.some((beginning) => text.startsWith(beginning, from)) ?? false;
}

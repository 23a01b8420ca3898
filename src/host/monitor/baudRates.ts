/** The rates that are offered; any other can be typed. */
export const baudRates: readonly number[] = [
  9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600, 1_000_000, 2_000_000,
];

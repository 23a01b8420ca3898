/** Lowest and highest code of the integer types that quantized inputs and outputs have. */
export const codeRange: Readonly<Record<string, readonly [lowest: number, highest: number]>> = {
  INT8: [-128, 127],
  UINT8: [0, 255],
  INT16: [-32768, 32767],
};

/** Nine significant digits tell any two float32 apart. */
export function floatText(value: number, digits = 9): string {
  return String(Number(value.toPrecision(digits)));
}

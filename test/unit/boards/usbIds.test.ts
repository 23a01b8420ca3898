import { describe, expect, it } from 'vitest';
import { USB_ROWS, usbBoard, usbBoardOf } from '../../../src/core/boards/usbIds';

const hex = (vendor: number, product: number | 'any'): string =>
  `${vendor.toString(16)}:${typeof product === 'string' ? product : product.toString(16)}`;

const ids = USB_ROWS.flatMap(([vendor, products]) =>
  products === 'any' ? [hex(vendor, 'any')] : products.map((product) => hex(vendor, product)),
);

describe('the table of USB ids', () => {
  it('reads ids as operating systems write them', () => {
    expect(usbBoardOf('10c4', 'EA60')).toEqual(usbBoard(0x10c4, 0xea60));
    expect(usbBoardOf('0x303A', '0x1001')?.name).toContain('ESP32-S3');
    expect(usbBoardOf(undefined, '0001')).toBeUndefined();
  });

  it('prefers the product to the vendor, and knows the vendor of a new product', () => {
    expect(usbBoard(0x2341, 0x0043)?.name).toBe('Arduino Uno');
    expect(usbBoard(0x2341, 0xfff0)?.name).toBe('Arduino');
    expect(usbBoard(0xdead, 0xbeef)).toBeUndefined();
  });

  it('has every id once', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('holds numbers of 16 bits, and names that a person can read', () => {
    for (const [vendor, products, name] of USB_ROWS) {
      const numbers = products === 'any' ? [vendor] : [vendor, ...products];
      for (const number of numbers) {
        expect(Number.isInteger(number) && number > 0 && number <= 0xffff, hex(vendor, number)).toBe(true);
      }
      expect(products.length, name).toBeGreaterThan(0);
      expect(name).toMatch(/^\w[\w +:/().,-]{1,40}$/);
    }
  });

  it('finds every row: none is hidden behind the row of a whole vendor', () => {
    for (const [vendor, products, name] of USB_ROWS) {
      if (products === 'any') continue;
      for (const product of products)
        expect(usbBoard(vendor, product)?.name, hex(vendor, product)).toBe(name);
    }
  });

  // Chips behind DTR and RTS as on ESP32 development kits: both lines at once would hold the board in reset or boot.
  it('leaves the reset and boot pins of boards behind a bridge alone', () => {
    for (const [vendor, product] of [
      [0x1a86, 0x7523],
      [0x1a86, 0x55d4],
      [0x10c4, 0xea60],
      [0x0403, 0x6001],
      [0x303a, 0x1001],
    ] as const) {
      expect(usbBoard(vendor, product)?.lines, hex(vendor, product)).toBe('autoReset');
    }
  });
});

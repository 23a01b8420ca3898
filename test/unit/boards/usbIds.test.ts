import { describe, expect, it } from 'vitest';
import { usbBoard, usbBoardOf } from '../../../src/core/boards/usbIds';

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
});

import { scalarBytes, type ScalarType } from './description';
import { limitsFor, type Limits } from './limits';

/**
 * The bytes of a file, and how much of them may still be walked. Positions are bytes from the start of the file.
 * Nothing here checks bounds by itself: ask `holds` first.
 */
export class FileView {
  /**
   * A plain array over the given bytes. Node and VS Code give files as `Buffer`, whose `slice` shares memory instead of
   * copying it: whoever copies a tensor to align it would get the file's own, unaligned bytes.
   */
  readonly bytes: Uint8Array;
  readonly length: number;
  private readonly data: DataView;
  private tablesLeft: number;
  private vectorBytesLeft: number;

  constructor(
    bytes: Uint8Array,
    readonly limits: Limits = limitsFor(bytes.length),
  ) {
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.length;
    this.data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.tablesLeft = limits.tables;
    this.vectorBytesLeft = limits.vectorBytes;
  }

  holds(position: number, bytes: number): boolean {
    return position >= 0 && position + bytes <= this.length;
  }

  /** Counts a table; false when there have been too many. */
  takeTable(): boolean {
    return --this.tablesLeft >= 0;
  }

  /** Whether so many tables may still be walked. */
  hasTables(count: number): boolean {
    return count <= this.tablesLeft;
  }

  /** Counts what a vector or string takes once read, see `Limits.vectorBytes`; false when it has been too much. */
  takeVector(bytes: number): boolean {
    if (bytes > this.vectorBytesLeft) return false;
    this.vectorBytesLeft -= bytes;
    return true;
  }

  uint16(position: number): number {
    return this.data.getUint16(position, true);
  }

  int32(position: number): number {
    return this.data.getInt32(position, true);
  }

  uint32(position: number): number {
    return this.data.getUint32(position, true);
  }

  /** 64-bit numbers come as the nearest number. */
  scalar(position: number, type: ScalarType): number {
    const data = this.data;
    switch (type) {
      case 'bool':
      case 'ubyte':
        return data.getUint8(position);
      case 'byte':
        return data.getInt8(position);
      case 'short':
        return data.getInt16(position, true);
      case 'ushort':
        return data.getUint16(position, true);
      case 'int':
        return data.getInt32(position, true);
      case 'uint':
        return data.getUint32(position, true);
      case 'long':
        return data.getInt32(position + 4, true) * 2 ** 32 + data.getUint32(position, true);
      case 'ulong':
        return data.getUint32(position + 4, true) * 2 ** 32 + data.getUint32(position, true);
      case 'float':
        return data.getFloat32(position, true);
      case 'double':
        return data.getFloat64(position, true);
    }
  }

  scalars(start: number, count: number, type: ScalarType): number[] {
    const size = scalarBytes[type];
    const values = new Array<number>(count);
    for (let index = 0; index < count; index++) values[index] = this.scalar(start + index * size, type);
    return values;
  }
}

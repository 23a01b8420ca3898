/** A text or byte file that grows by whole records, and that ends with a whole one also when the disk is full. */
import { open, type FileHandle } from 'node:fs/promises';

const newline = 0x0a;

/** @param path must not exist yet */
export function createFile(path: string): Promise<FileHandle> {
  return open(path, 'wx');
}

export class GrowingFile {
  bytes = 0;

  constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly isText: boolean,
  ) {}

  /** Appends all of it; when that fails, cuts off what is left of an unfinished record, then throws the system's error. */
  async append(records: Uint8Array): Promise<void> {
    let written = 0;
    try {
      while (written < records.length) {
        const { bytesWritten } = await this.handle.write(records, written);
        written += bytesWritten;
      }
      this.bytes += written;
    } catch (error) {
      const whole = this.isText ? records.subarray(0, written).lastIndexOf(newline) + 1 : written;
      this.bytes += whole;
      // Devices that are no files cannot be cut.
      await this.handle.truncate(this.bytes).catch(() => undefined);
      throw error;
    }
  }

  /** Never rejects: what could not be closed was reported when it was written. */
  async close(): Promise<void> {
    await this.handle.sync().catch(() => undefined);
    await this.handle.close().catch(() => undefined);
  }
}

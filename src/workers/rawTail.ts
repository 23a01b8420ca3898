/** The last bytes as they came, for the hex view. */
const keptBytes = 65_536;

export class RawTail {
  private readonly ring = new Uint8Array(keptBytes);
  private total = 0;

  add(chunk: Uint8Array): void {
    const kept = chunk.length > keptBytes ? chunk.subarray(chunk.length - keptBytes) : chunk;
    this.total += chunk.length;
    const at = (this.total - kept.length) % keptBytes;
    const fitting = Math.min(kept.length, keptBytes - at);
    this.ring.set(kept.subarray(0, fitting), at);
    this.ring.set(kept.subarray(fitting), 0);
  }

  /** `offset` is that of the first byte since the beginning. */
  read(): { readonly offset: number; readonly bytes: Uint8Array } {
    const length = Math.min(this.total, keptBytes);
    const offset = this.total - length;
    const at = offset % keptBytes;
    const bytes = new Uint8Array(length);
    const first = this.ring.subarray(at, Math.min(keptBytes, at + length));
    bytes.set(first);
    bytes.set(this.ring.subarray(0, length - first.length), first.length);
    return { offset, bytes };
  }
}

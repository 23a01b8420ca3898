/** The buffers of a model under construction. Index 0 is the empty buffer of tensors that hold no constant. */
export class ConstantPool {
  private readonly collected: Uint8Array[] = [new Uint8Array(0)];

  /** Copies the bytes of `data` and returns the new buffer's index. */
  add(data: Float32Array | Int8Array | Int32Array): number {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return this.collected.push(bytes.slice()) - 1;
  }

  get buffers(): readonly Uint8Array[] {
    return this.collected;
  }
}

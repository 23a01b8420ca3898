const strict = new TextDecoder('utf-8', { fatal: true });

/** Whether bytes [start, end) are UTF-8. Most names are ASCII, which needs no decoder. */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  for (let position = start; position < end; position++) {
    if ((bytes[position] ?? 0) < 0x80) continue;
    try {
      strict.decode(bytes.subarray(position, end));
      return true;
    } catch {
      return false; // the decoder has no other way of saying so
    }
  }
  return true;
}

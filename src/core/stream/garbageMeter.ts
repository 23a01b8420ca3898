/** Tells text from what arrives at a wrong baud rate: control characters and bytes that are no UTF-8. */
const ENOUGH_CHARACTERS = 1000;
const GARBAGE_SHARE = 0.2;

export class GarbageMeter {
  private characters = 0;
  private garbage = 0;

  /** A line that was understood: no need to look at it. */
  understood(length: number): void {
    this.characters += length;
    this.fade();
  }

  /** @returns true when most of what came lately is garbage */
  look(text: string): boolean {
    for (let at = 0; at < text.length; at++) if (isGarbage(text.charCodeAt(at))) this.garbage++;
    this.characters += text.length;
    const isBad = this.characters >= ENOUGH_CHARACTERS && this.garbage > GARBAGE_SHARE * this.characters;
    this.fade();
    return isBad;
  }

  private fade(): void {
    if (this.characters < 2 * ENOUGH_CHARACTERS) return;
    this.characters /= 2;
    this.garbage /= 2;
  }
}

function isGarbage(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x1b && code !== 0x0d;
  return (code >= 0x7f && code <= 0x9f) || code === 0xfffd;
}

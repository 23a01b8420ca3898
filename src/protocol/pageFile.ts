/** A file that a page has made: the host asks where to, and writes it. */
export interface PageFile {
  /** Suggested, with its ending: `model_1_loss.png`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

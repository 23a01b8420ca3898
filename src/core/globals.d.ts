/**
 * The few globals of the web and of Node that src/core may use. Everything else (DOM, node:*, vscode) is absent here on
 * purpose: core must run unchanged in the extension host, a worker, a page and the terminal.
 */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}

/**
 * Between the worker that reads a board and the process that holds the serial port: a native call that hangs or crashes
 * takes only that process with it. The process exits when its parent is gone.
 */
import type { ControlSignals, SerialSettings } from './streamWorker';

/** A port as the operating system lists it; ids are four lower-case hexadecimal digits. */
export interface ListedPort {
  readonly path: string;
  readonly manufacturer?: string;
  readonly serialNumber?: string;
  readonly location?: string;
  readonly vendorId?: string;
  readonly productId?: string;
}

export interface PortClientSide {
  readonly event: never;
  readonly requests: {
    /** Rejects with the operating system's words, in whatever language the library has them. */
    readonly open: {
      readonly params: { readonly path: string; readonly settings: SerialSettings };
      readonly result: undefined;
    };
    readonly write: { readonly params: Uint8Array; readonly result: undefined };
    readonly setSignals: { readonly params: ControlSignals; readonly result: undefined };
    readonly close: { readonly params: undefined; readonly result: undefined };
    /** Answered as long as the process is alive and its loop turns. */
    readonly ping: { readonly params: undefined; readonly result: undefined };
    readonly list: { readonly params: undefined; readonly result: readonly ListedPort[] };
  };
}

export interface PortProcessSide {
  readonly event:
    | { readonly type: 'data'; readonly bytes: Uint8Array }
    /** The port is gone; `reason` is empty when it was closed on purpose. */
    | { readonly type: 'closed'; readonly reason: string };
  readonly requests: Readonly<Record<string, never>>;
}

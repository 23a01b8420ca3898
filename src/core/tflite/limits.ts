/**
 * How much of a file may be walked. Offsets of a FlatBuffer may point to the same table many times, so a small file can
 * look enormous; a table or vector counts each time something points to it. Sound files stay far below.
 */
export interface Limits {
  /** Tables within tables. The schema itself nests six deep. */
  readonly depth: number;
  readonly tables: number;
  /**
   * Memory for vectors and strings once they are read: 8 bytes a number, 4 a table, 1 a letter. Tensor data and custom
   * options cost nothing, as they are never copied.
   */
  readonly vectorBytes: number;
}

const mebibyte = 1024 * 1024;

/** Dimensions of a tensor: NumPy has no more, kernels take eight. Every view multiplies and prints them, so they are limited. */
export const mostDimensions = 64;

export function limitsFor(fileBytes: number): Limits {
  return {
    depth: 64,
    // A table that nothing else shares takes 4 bytes itself and 4 where it is pointed to.
    tables: Math.min(300_000, Math.floor(fileBytes / 4) + 64),
    vectorBytes: Math.min(64 * mebibyte, 16 * fileBytes + mebibyte),
  };
}

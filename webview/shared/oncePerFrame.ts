/** However often it is asked for, the work is done once in the next frame, with what is true by then. */
export interface OncePerFrame {
  (): void;
  /** The work was done in another way: nothing is asked for any more. */
  cancel(): void;
}

export function oncePerFrame(work: () => void): OncePerFrame {
  let asked: number | undefined;
  const ask = (): void => {
    asked ??= requestAnimationFrame(() => {
      asked = undefined;
      work();
    });
  };
  const cancel = (): void => {
    if (asked !== undefined) cancelAnimationFrame(asked);
    asked = undefined;
  };
  return Object.assign(ask, { cancel });
}

/** Long work on the extension host's only thread: a few milliseconds at a time, and between them everybody else's. */

/** What other extensions do not notice. */
const sliceMs = 10;

/** @param work gives way every few milliseconds, and in the end the result */
export async function inSlices<Result>(work: Generator<undefined, Result, void>): Promise<Result> {
  for (;;) {
    const end = performance.now() + sliceMs;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Settles as `work` does, or resolves with `late` when that takes longer. */
export async function timeLimit<Result, Late>(
  work: Promise<Result>,
  limitMs: number,
  late: Late,
): Promise<Result | Late> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<Late>((resolve) => {
        timer = setTimeout(() => {
          resolve(late);
        }, limitMs);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Milliseconds that work takes: by the clock if that is little, else of CPU and the best of five. On a busy machine the
 * clock also counts what others do.
 */
export function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  const elapsed = performance.now() - start;
  if (elapsed < 5) return elapsed;
  let best = elapsed;
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

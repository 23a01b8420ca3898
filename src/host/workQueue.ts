/**
 * Work that events ask for, one piece after the other: a checkout changes hundreds of files at once. A piece that is asked
 * for again while it waits is done once, in its latest form.
 */
export class WorkQueue {
  private readonly waiting = new Map<string, () => Promise<unknown>>();
  private isWorking = false;

  constructor(private readonly onError: (error: unknown) => void) {}

  ask(key: string, work: () => Promise<unknown>): void {
    this.waiting.set(key, work);
    if (!this.isWorking) void this.work();
  }

  /** What waits is not done any more. */
  dispose(): void {
    this.waiting.clear();
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    // What is asked for meanwhile comes behind the rest of the map, and so is reached too.
    for (const [key, work] of this.waiting) {
      this.waiting.delete(key);
      try {
        await work();
      } catch (error) {
        this.onError(error);
      }
    }
    this.isWorking = false;
  }
}

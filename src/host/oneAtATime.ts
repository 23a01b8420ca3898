/**
 * Work that is asked for faster than it can be done: it is done once at a time, and once more for all that came in between.
 * So nothing piles up, and what was asked for last is never left out.
 */
export class OneAtATime {
  private isBusy = false;
  private isWanted = false;

  /** @param work never rejects */
  constructor(private readonly work: () => Promise<void>) {}

  ask(): void {
    this.isWanted = this.isBusy;
    if (this.isBusy) return;
    this.isBusy = true;
    void this.work().finally(() => {
      this.isBusy = false;
      if (this.isWanted) this.ask();
    });
  }
}

/** Triggers of a session, and the rows that are still to come before a trigger freezes the view. */
import type { ConsoleLine } from '../core/stream/sessionEvents';
import { Triggers } from '../core/stream/triggers';
import type { FiredTrigger, WatchedTrigger } from '../protocol/streamWorker';

export class TriggerWatch {
  private watched: readonly WatchedTrigger[] = [];
  private triggers: Triggers | undefined;
  private rowsToFreeze: number | undefined;

  constructor(
    private readonly fired: (fired: FiredTrigger) => void,
    private readonly freeze: () => void,
  ) {}

  /** @throws Problem when a text pattern is not usable; the triggers before stay then */
  set(watched: readonly WatchedTrigger[]): void {
    const conditions = watched.map(({ condition }) => condition);
    const triggers = new Triggers(conditions, ({ trigger, timeS, what }) => {
      const row = watched[trigger];
      if (!row) return;
      const { freezeAfterRows, notify } = row;
      this.fired({
        trigger,
        timeS,
        what,
        notify,
        ...(freezeAfterRows === undefined ? {} : { freezeAfterRows }),
      });
      if (freezeAfterRows !== undefined) this.rowsToFreeze ??= Math.max(0, freezeAfterRows);
    });
    this.watched = watched;
    this.triggers = watched.length > 0 ? triggers : undefined;
    this.rowsToFreeze = undefined;
  }

  /** Times begin at 0 again: what was seen, and when, holds no longer. */
  restart(): void {
    this.set(this.watched);
  }

  sample(names: readonly string[], values: readonly (number | string | null)[], timeS: number): void {
    if (this.rowsToFreeze !== undefined && --this.rowsToFreeze < 0) {
      this.rowsToFreeze = undefined;
      this.freeze();
    }
    this.triggers?.sample(names, values, timeS);
  }

  line({ text }: ConsoleLine, timeS: number): void {
    this.triggers?.line(text, timeS);
  }

  heard(timeS: number): void {
    this.triggers?.heard(timeS);
  }

  tick(timeS: number): void {
    this.triggers?.tick(timeS);
  }
}

/**
 * Conditions that a user watches for. Each watches values, lines or silence; what to do then (mark, freeze, notify) is
 * the caller's. A trigger that fired is quiet until its condition has been false, or for `quietMs`.
 */
import { sentence, type Sentence } from '../../../l10n/sentences';
import { stripAnsi } from './ansi';
import { safePattern, type SafePattern } from './safePattern';

export type TriggerCondition =
  | {
      readonly kind: 'level';
      readonly series: string;
      readonly direction: 'above' | 'below';
      readonly level: number;
    }
  | {
      readonly kind: 'edge';
      readonly series: string;
      readonly direction: 'rising' | 'falling' | 'either';
      readonly level: number;
      /** The value must have been this far on the other side before, so that noise does not fire. */
      readonly hysteresis: number;
    }
  | { readonly kind: 'silence'; readonly seconds: number }
  /** Any series when none is named. */
  | { readonly kind: 'notFinite'; readonly series?: string }
  | { readonly kind: 'text'; readonly pattern: string };

/** What a fresh monitor watches for. */
export const DEFAULT_TEXT_PATTERN = 'ERR|panic|assert';

export interface Firing {
  readonly trigger: number;
  /** Seconds on the session's axis, or those of the clock given to `tick`. */
  readonly timeS: number;
  readonly what: Sentence;
}

interface Watch {
  readonly condition: TriggerCondition;
  readonly pattern: SafePattern | undefined;
  /** Level and NaN: the condition held at the last value. Edge: on which side the value was last. */
  wasTrue: boolean;
  side: 'low' | 'high' | 'unknown';
  quietUntilS: number;
}

const QUOTED_CHARACTERS = 120;

export class Triggers {
  private readonly watches: readonly Watch[];
  private lastHeardS: number | undefined;

  /**
   * @param fired called at most once per `quietMs` and trigger
   * @throws Problem when a text pattern is not a regular expression, or one that could take for ever
   */
  constructor(
    conditions: readonly TriggerCondition[],
    private readonly fired: (firing: Firing) => void,
    private readonly quietMs = 1000,
  ) {
    this.watches = conditions.map((condition) => ({
      condition,
      pattern: condition.kind === 'text' ? safePattern(condition.pattern) : undefined,
      wasTrue: false,
      side: 'unknown',
      quietUntilS: Number.NEGATIVE_INFINITY,
    }));
  }

  /** Values of one row; text values are no matter of these conditions. */
  sample(names: readonly string[], values: readonly (number | string | null)[], timeS: number): void {
    for (const [trigger, watch] of this.watches.entries()) {
      const { condition } = watch;
      if (condition.kind === 'silence' || condition.kind === 'text') continue;
      for (const [index, name] of names.entries()) {
        const value = values[index];
        if (typeof value !== 'number' || (condition.series !== undefined && condition.series !== name))
          continue;
        this.value(trigger, watch, name, value, timeS);
      }
    }
  }

  line(text: string, timeS: number): void {
    this.heard(timeS);
    for (const [trigger, watch] of this.watches.entries()) {
      if (!watch.pattern?.matches(text)) continue;
      const shown = stripAnsi(text).slice(0, QUOTED_CHARACTERS);
      this.fire(trigger, watch, timeS, sentence('stream.triggerText', { text: shown }));
    }
  }

  /** Bytes came, whatever they are. */
  heard(timeS: number): void {
    this.lastHeardS = Math.max(this.lastHeardS ?? timeS, timeS);
    for (const watch of this.watches) if (watch.condition.kind === 'silence') watch.wasTrue = false;
  }

  /** To be called about ten times a second. */
  tick(timeS: number): void {
    this.lastHeardS ??= timeS;
    for (const [trigger, watch] of this.watches.entries()) {
      const { condition } = watch;
      if (condition.kind !== 'silence' || watch.wasTrue) continue;
      if (timeS - this.lastHeardS < condition.seconds) continue;
      watch.wasTrue = true;
      this.fire(trigger, watch, timeS, sentence('stream.triggerSilence', { seconds: condition.seconds }));
    }
  }

  private value(trigger: number, watch: Watch, series: string, value: number, timeS: number): void {
    const { condition } = watch;
    if (condition.kind === 'edge') {
      const crossed = crossing(watch, condition.level, condition.hysteresis, value);
      if (crossed && (condition.direction === 'either' || condition.direction === crossed)) {
        this.fire(trigger, watch, timeS, sentence('stream.triggerEdge', { series, level: condition.level }));
      }
    } else if (condition.kind === 'level') {
      const isTrue = condition.direction === 'above' ? value >= condition.level : value <= condition.level;
      if (isTrue && !watch.wasTrue) {
        this.fire(trigger, watch, timeS, sentence('stream.triggerLevel', { series, value }));
      }
      watch.wasTrue = isTrue;
    } else if (condition.kind === 'notFinite' && !Number.isFinite(value)) {
      this.fire(trigger, watch, timeS, sentence('stream.triggerNotFinite', { series }));
    }
  }

  private fire(trigger: number, watch: Watch, timeS: number, what: Sentence): void {
    if (timeS < watch.quietUntilS) return;
    watch.quietUntilS = timeS + this.quietMs / 1000;
    this.fired({ trigger, timeS, what });
  }
}

/** Which way the value went over the level just now, if it did. */
function crossing(
  watch: Watch,
  level: number,
  hysteresis: number,
  value: number,
): 'rising' | 'falling' | undefined {
  if (Number.isNaN(value)) return undefined;
  const before = watch.side;
  if (value >= level && before !== 'high') {
    watch.side = 'high';
    return before === 'low' ? 'rising' : undefined;
  }
  if (value < level - hysteresis && before !== 'low') {
    watch.side = 'low';
    return before === 'high' ? 'falling' : undefined;
  }
  return undefined;
}

/** Why something cannot be watched for; undefined for what can. The reader of the board would refuse it, too, but later. */
import { Problem } from '../../src/core/problem';
import { safePattern } from '../../src/core/stream/safePattern';
import type { TriggerCondition } from '../../src/core/stream/triggers';
import { sentence, type Sentence } from '../../l10n/sentences';

export function alertRefusal(condition: TriggerCondition): Sentence | undefined {
  switch (condition.kind) {
    case 'text':
      return condition.pattern === ''
        ? sentence('monitor.alertNoPattern')
        : patternRefusal(condition.pattern);
    case 'silence':
      return condition.seconds > 0 ? undefined : sentence('monitor.alertNoSeconds');
    case 'notFinite':
      return undefined;
    case 'level':
    case 'edge':
      if (condition.series === '') return sentence('monitor.noSeries');
      return Number.isFinite(condition.level) ? undefined : sentence('monitor.alertNoLevel');
  }
}

function patternRefusal(pattern: string): Sentence | undefined {
  try {
    safePattern(pattern);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.sentence;
    throw error;
  }
}

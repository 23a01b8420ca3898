import { element } from './element';
import type { Words } from './words';

/** What stands below a list that was cut; nothing below a whole one. */
export function andMore({ t }: Words, left: number): readonly HTMLElement[] {
  return left > 0 ? [element('p', { class: 'description' }, t('inspector.andMore', { count: left }))] : [];
}

/** Findings one below the other: severity, code, what was found, the line the board would log, and the cure. */
import type { Finding, FindingCode } from '../../src/core/check/finding';
import { element } from './element';
import { severityMark } from './severityMark';
import { linkButton } from './ui';
import type { Words } from './words';

export interface FindingsListOptions {
  readonly words: Words;
  readonly findings: readonly Finding[];
  /** Absent where a code leads nowhere. */
  readonly onCode?: (code: FindingCode) => void;
  /** Absent where there is no place to go to. */
  readonly onPlace?: (finding: Finding) => void;
}

export function findingsList({ words, findings, onCode, onPlace }: FindingsListOptions): HTMLElement {
  return element(
    'ul',
    { class: 'findings' },
    ...findings.map((finding) => {
      const { code, severity, message, cure, log } = finding;
      const head = element('div', { class: 'finding-head' }, severityMark(words, severity));
      head.append(onCode ? linkButton(code, () => onCode(code)) : code);
      const place = onPlace && placeText(finding);
      if (place) head.append(linkButton(place, () => onPlace(finding)));
      const item = element('li', {}, head, element('p', { dir: 'auto' }, words.say(message)));
      if (log !== undefined) {
        item.append(
          element(
            'p',
            { class: 'description' },
            words.t('inspector.boardLogs'),
            ' ',
            element('code', {}, log),
          ),
        );
      }
      item.append(element('p', { class: 'description', dir: 'auto' }, words.say(cure)));
      return item;
    }),
  );
}

/** `op7` or `t12`, as the jump box takes it. */
function placeText({ operator, tensor }: Finding): string | undefined {
  if (operator !== undefined) return `op${operator}`;
  return tensor === undefined ? undefined : `t${tensor}`;
}

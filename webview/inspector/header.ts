/** The top of the page: what the model is, what is broken, and what the board will say to it. */
import { element, setText } from '../shared/element';
import { fileText } from '../shared/fileText';
import { findingsList } from '../shared/findingsList';
import { severityMark } from '../shared/severityMark';
import { button } from '../shared/ui';
import type { InspectorPage, ModelState } from './inspectorPage';
import { JumpBox } from './jumpBox';
import type { Severity } from '../../src/core/check/finding';

export class Header {
  readonly element: HTMLElement;
  private readonly jump: JumpBox;
  private readonly fileName = element('h1');
  private readonly summary = element('p', { class: 'summary', dir: 'auto' });
  private readonly compare: HTMLElement;
  private readonly remarks = element('div', { class: 'remarks' });
  private openFindings: boolean;

  constructor(private readonly page: InspectorPage) {
    this.openFindings = page.recall('findings') === true;
    this.jump = new JumpBox(page);
    const text = page.words.t('inspector.compare');
    this.compare = button({ text, onClick: () => page.send({ type: 'compare' }) });
    // Who types while a build writes the file anew goes on typing: this line is made once.
    this.element = element(
      'header',
      { class: 'inspector-head' },
      element(
        'div',
        { class: 'title' },
        this.fileName,
        this.summary,
        element('div', { class: 'toolbar' }, this.jump.element, this.compare),
      ),
      this.remarks,
    );
  }

  show(model: ModelState): void {
    this.jump.show(model);
    this.fileName.replaceChildren(fileText(model.fileName));
    setText(this.summary, this.page.words.say(model.summary));
    this.compare.hidden = !model.canCompare;
    this.remarks.replaceChildren(
      ...(model.description === ''
        ? []
        : [element('p', { class: 'description file-description' }, fileText(model.description))]),
      ...this.damage(model),
      ...this.findings(model),
    );
  }

  private damage({ damage }: ModelState): HTMLElement[] {
    if (damage.length === 0) return [];
    const { t, say } = this.page.words;
    return [
      element(
        'div',
        { class: 'banner error-banner', role: 'alert' },
        element('strong', {}, severityMark(this.page.words, 'error'), ' ', t('inspector.damaged')),
        element('ul', {}, ...damage.map((issue) => element('li', { dir: 'auto' }, say(issue)))),
      ),
    ];
  }

  private findings({ findings, damage }: ModelState): HTMLElement[] {
    const { page } = this;
    const { words } = page;
    if (findings.length === 0) {
      // Of a damaged file nobody can say that it will run.
      const said = damage.length > 0 ? [] : [words.t('inspector.noFindings')];
      return said.map((text) => element('p', { class: 'description' }, text));
    }
    const order: readonly Severity[] = ['error', 'warning', 'information'];
    const counts = order.flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      return count === 0
        ? []
        : [element('span', {}, severityMark(words, severity), ` ${words.number(count)}`)];
    });
    const details = element(
      'details',
      { class: 'all-findings', open: this.openFindings },
      element('summary', {}, words.t('inspector.findings', { count: findings.length }), ' ', ...counts),
      findingsList({
        words,
        findings: [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)),
        onCode: (code) => page.send({ type: 'openFindingPage', code }),
        onPlace: ({ subgraph = 0, operator, tensor }) => {
          if (operator !== undefined) page.goTo({ kind: 'operator', subgraph, index: operator }, 'table');
          else if (tensor !== undefined) page.goTo({ kind: 'tensor', subgraph, index: tensor }, 'table');
        },
      }),
    );
    details.addEventListener('toggle', () => {
      this.openFindings = details.open;
      page.keep('findings', details.open);
    });
    return [details];
  }
}

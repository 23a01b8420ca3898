/** How to feed the model and read its answer, in words and as code to copy. */
import { shapeText } from '../../src/core/inspect/displayName';
import type { FedTensor } from '../../src/core/inspect/feeding';
import { andMore } from '../shared/andMore';
import { element } from '../shared/element';
import { facts, type Fact } from '../shared/facts';
import { fileText } from '../shared/fileText';
import { button, linkButton } from '../shared/ui';
import type { InspectorPage, ModelState } from './inspectorPage';

const mostLabelsShown = 200;

export class FeedingTab {
  readonly element = element('div', { class: 'document' });

  constructor(private readonly page: InspectorPage) {}

  show({ feeding, signatures }: ModelState): void {
    const { t } = this.page.words;
    const { about, inputs, outputs, snippets } = feeding;
    const list: Fact[] = [];
    if (about?.name) list.push([t('inspector.name'), fileText(about.name)]);
    if (about?.description) list.push([t('inspector.description'), plainText(about.description)]);
    if (about?.author) list.push([t('inspector.author'), fileText(about.author)]);
    if (about?.license) list.push([t('inspector.license'), plainText(about.license)]);
    this.element.replaceChildren(
      ...(list.length > 0 ? [element('h2', {}, t('inspector.aboutModel')), facts(list)] : []),
      element('h2', {}, t('inspector.inputs')),
      ...inputs.map((tensor) => this.tensor(tensor)),
      element('h2', {}, t('inspector.outputs')),
      ...outputs.map((tensor) => this.tensor(tensor)),
      ...this.signatures(signatures),
      element('h2', {}, t('inspector.code')),
      this.snippet(t('inspector.cppSnippet'), snippets.cpp),
      this.snippet(t('inspector.pythonSnippet'), snippets.python),
    );
  }

  private tensor({
    position,
    tensor,
    label,
    type,
    shape,
    words,
    missing,
    description,
    labels,
  }: FedTensor): HTMLElement {
    const { t, say, number } = this.page.words;
    const made = element(
      'div',
      { class: 'fed' },
      element(
        'h3',
        {},
        `${number(position)}: `,
        element('bdi', {}, label),
        element('span', { class: 'description' }, ` ${type} ${shapeText(shape)} `),
      ),
      linkButton(t('inspector.showTensor'), () =>
        this.page.goTo({ kind: 'tensor', subgraph: 0, index: tensor }, 'table'),
      ),
      ...(description === undefined ? [] : [plainText(description)]),
      element('ul', {}, ...words.map((said) => element('li', { dir: 'auto' }, say(said)))),
      ...missing.map((said) => element('p', { class: 'description' }, say(said))),
    );
    if (labels && labels.length > 0) {
      made.append(
        element(
          'details',
          {},
          element('summary', {}, t('inspector.labels', { count: labels.length })),
          element(
            'ol',
            { class: 'labels', start: 0 },
            ...labels.slice(0, mostLabelsShown).map((one) => element('li', {}, fileText(one))),
          ),
          ...andMore(this.page.words, labels.length - mostLabelsShown),
        ),
      );
    }
    return made;
  }

  private signatures(signatures: ModelState['signatures']): readonly HTMLElement[] {
    if (signatures.length === 0) return [];
    const { t } = this.page.words;
    const side = (list: ModelState['signatures'][number]['inputs']): HTMLElement =>
      element('span', {}, ...list.flatMap(({ name, tensor }) => [fileText(name), ` (t${tensor}) `]));
    return [
      element('h2', {}, t('inspector.signatures')),
      ...signatures.map(({ key, inputs, outputs }) =>
        element(
          'div',
          { class: 'fed' },
          element('h3', {}, fileText(key)),
          facts([
            [t('inspector.inputs'), side(inputs)],
            [t('inspector.outputs'), side(outputs)],
          ]),
        ),
      ),
    ];
  }

  private snippet(title: string, code: string): HTMLElement {
    const { page } = this;
    const { t } = page.words;
    return element(
      'div',
      { class: 'snippet' },
      element(
        'div',
        { class: 'toolbar' },
        element('h3', {}, title),
        element('span', { class: 'spring' }),
        button({
          text: t('inspector.copyCode'),
          onClick: () => {
            page.send({ type: 'copy', text: code });
            page.announce(t('inspector.copied'));
          },
        }),
      ),
      element(
        'pre',
        { class: 'code', tabindex: 0, role: 'region', 'aria-label': title, dir: 'ltr' },
        element('code', {}, code),
      ),
    );
  }
}

function plainText(text: string): HTMLElement {
  return element('p', { class: 'plain-text', dir: 'auto' }, text);
}

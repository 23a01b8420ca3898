/** Where each byte of the file goes. */
import { barChart, partColour } from '../shared/barChart';
import { andMore } from '../shared/andMore';
import { element } from '../shared/element';
import { fileText } from '../shared/fileText';
import { sizePartWord } from '../shared/sizePartWord';
import { onThemeChange } from '../shared/theme';
import { linkButton, table } from '../shared/ui';
import type { InspectorPage, ModelState } from './inspectorPage';

const mostTensors = 50;
const mostDuplicates = 50;
const mostBuffers = 12;

export class SizeTab {
  readonly element = element('div', { class: 'document' });

  constructor(private readonly page: InspectorPage) {
    onThemeChange(() => this.paintSwatches());
  }

  show(model: ModelState): void {
    const { words } = this.page;
    const { t, number } = words;
    const { size } = model;
    const share = (bytes: number): string => `${((100 * bytes) / Math.max(1, size.fileBytes)).toFixed(1)}%`;
    const parts = size.parts.map(({ kind, bytes }) => ({ name: sizePartWord(words, kind), value: bytes }));
    const title = t('inspector.sizeOfParts', { bytes: size.fileBytes });
    this.element.replaceChildren(
      element('h2', {}, title),
      barChart({
        summary: `${title} ${parts.map(({ name, value }) => `${name}: ${share(value)}`).join(', ')}`,
        language: words.language,
        bars: { kind: 'stack', parts },
      }),
      table({
        label: title,
        columns: [
          { title: t('inspector.part'), kind: 'text' },
          { title: t('inspector.bytes'), kind: 'number' },
          { title: t('inspector.share'), kind: 'number' },
          { title: t('inspector.places'), kind: 'number' },
        ],
        rows: size.parts.map(({ kind, bytes, regions }) => [
          {
            content: element(
              'span',
              {},
              element('span', { class: 'swatch part', 'aria-hidden': 'true' }),
              sizePartWord(words, kind),
            ),
          },
          number(bytes),
          share(bytes),
          number(regions),
        ]),
        footer: [
          t('inspector.total'),
          number(parts.reduce((sum, { value }) => sum + value, 0)),
          share(size.fileBytes),
          '',
        ],
      }),
      ...this.savings(model),
      ...this.tensors(model, share),
      ...this.duplicates(model),
      ...this.metadata(model),
    );
    this.paintSwatches();
  }

  private savings({ size: { savings } }: ModelState): readonly HTMLElement[] {
    const { t } = this.page.words;
    const { nameBytes, metadataBytes, duplicateBytes } = savings;
    return [
      element('h2', {}, t('inspector.savings')),
      element(
        'ul',
        {},
        element('li', {}, t('inspector.saveNames', { bytes: nameBytes })),
        element('li', {}, t('inspector.saveMetadata', { bytes: metadataBytes })),
        element('li', {}, t('inspector.saveDuplicates', { bytes: duplicateBytes })),
      ),
    ];
  }

  private tensors({ size }: ModelState, share: (bytes: number) => string): readonly HTMLElement[] {
    if (size.tensors.length === 0) return [];
    const { t, number } = this.page.words;
    const shown = size.tensors.slice(0, mostTensors);
    return [
      element('h2', {}, t('inspector.largestTensors')),
      table({
        label: t('inspector.largestTensors'),
        columns: [
          { title: t('inspector.tensor'), kind: 'text' },
          { title: t('inspector.name'), kind: 'text' },
          { title: t('inspector.bytes'), kind: 'number' },
          { title: t('inspector.share'), kind: 'number' },
        ],
        rows: shown.map(({ subgraph, tensor, name, bytes }) => [
          {
            content: linkButton(subgraph === 0 ? `t${tensor}` : `${subgraph}:t${tensor}`, () =>
              this.page.goTo({ kind: 'tensor', subgraph, index: tensor }, 'table'),
            ),
          },
          { content: fileText(name) },
          number(bytes),
          share(bytes),
        ]),
      }),
      ...(size.tensors.length > mostTensors
        ? [
            element(
              'p',
              { class: 'description' },
              t('inspector.moreTensors', { count: size.tensors.length - mostTensors }),
            ),
          ]
        : []),
    ];
  }

  private duplicates({ size: { duplicates } }: ModelState): readonly HTMLElement[] {
    const { t, number } = this.page.words;
    if (duplicates.length === 0) return [element('p', { class: 'description' }, t('inspector.noDuplicates'))];
    return [
      element('h2', {}, t('inspector.duplicates')),
      table({
        label: t('inspector.duplicates'),
        columns: [
          { title: t('inspector.buffers'), kind: 'text' },
          { title: t('inspector.bytesEach'), kind: 'number' },
          { title: t('inspector.wasted'), kind: 'number' },
        ],
        rows: duplicates
          .slice(0, mostDuplicates)
          .map(({ buffers, bytes }) => [
            listText(buffers),
            number(bytes),
            number((buffers.length - 1) * bytes),
          ]),
      }),
      ...andMore(this.page.words, duplicates.length - mostDuplicates),
    ];
  }

  private metadata({ metadata, associatedFiles }: ModelState): readonly HTMLElement[] {
    const { t, number } = this.page.words;
    const sizes = [
      { title: t('inspector.name'), kind: 'text' },
      { title: t('inspector.bytes'), kind: 'number' },
    ] as const;
    const made: HTMLElement[] = [];
    if (metadata.length > 0) {
      made.push(
        element('h2', {}, t('inspector.metadata')),
        table({
          label: t('inspector.metadata'),
          columns: [...sizes, { title: t('inspector.value'), kind: 'text' }],
          rows: metadata.map(({ name, bytes, text }) => [
            { content: fileText(name) },
            number(bytes),
            text === undefined ? '' : { content: element('bdi', {}, text) },
          ]),
        }),
      );
    }
    if (associatedFiles.length > 0) {
      made.push(
        element('h2', {}, t('inspector.partZip')),
        table({
          label: t('inspector.partZip'),
          columns: sizes,
          rows: associatedFiles.map(({ name, bytes }) => [{ content: fileText(name) }, number(bytes)]),
        }),
      );
    }
    return made;
  }

  private paintSwatches(): void {
    this.element.querySelectorAll<HTMLElement>('.swatch.part').forEach((swatch, index) => {
      swatch.style.backgroundColor = partColour(index);
    });
  }
}

/** The first of them, and how many there are. */
function listText(buffers: readonly number[]): string {
  const shown = buffers.slice(0, mostBuffers).join(', ');
  return buffers.length > mostBuffers ? `${shown}, … ${buffers.length}` : shown;
}

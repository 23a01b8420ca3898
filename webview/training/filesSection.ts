/** Steps 9 to 14 as files: where they are, how large, and each a click away. */
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element } from '../shared/element';
import { linkButton, table } from '../shared/ui';
import type { TrainingPage } from './trainingCard';

export class FilesSection {
  readonly element: HTMLElement;
  private readonly place = element('div', { class: 'files' });
  private drawnFor = '';

  constructor(private readonly page: TrainingPage) {
    this.element = element(
      'section',
      { hidden: true },
      element('h2', {}, page.words.t('training.section.files')),
      this.place,
    );
  }

  update({ files }: TrainingState): void {
    this.element.hidden = files.where === 'none';
    const key = JSON.stringify(files);
    if (files.where === 'none' || key === this.drawnFor) return;
    this.drawnFor = key;
    const { t, say, number } = this.page.words;
    const kept = files.where === 'folder' ? files.kept : [];
    this.place.replaceChildren(
      element(
        'p',
        { class: 'description' },
        files.where === 'folder' ? t('training.files.folder', { folder: files.folder }) : say(files.why),
      ),
      ...kept.map((path) => element('p', {}, t('training.files.kept', { path }))),
      table({
        label: t('training.section.files'),
        columns: [
          { title: t('training.files.path'), kind: 'text' },
          { title: t('training.compare.bytes'), kind: 'number' },
        ],
        rows: files.files.map(({ path, bytes }) => [
          { content: linkButton(path, () => this.page.send({ type: 'openFile', path })) },
          number(bytes),
        ]),
      }),
    );
  }
}

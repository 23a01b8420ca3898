/** What a person may change, in place: the values of the run, with Train Again a key away. */
import type { Layer } from '../../src/core/nn/model';
import type { Project } from '../../src/core/project/project';
import { projectJson } from '../../src/core/project/projectJson';
import { readProject } from '../../src/core/project/readProject';
import type { TrainingState } from '../../src/protocol/trainingPage';
import { element, setText } from '../shared/element';
import { button, linkButton } from '../shared/ui';
import { changeModel, dataFields, modelFields, trainingFields, type FieldGroup } from './playgroundFields';
import type { TrainingPage } from './trainingCard';

const mostHiddenLayers = 8;
const draftKey = 'playground';

export class Playground {
  readonly element: HTMLElement;
  private readonly groups = element('div', { class: 'setting-groups' });
  private readonly complaint = element('p', { class: 'error', role: 'alert' });
  private readonly actions = element('div', { class: 'actions' });
  /** The values in the fields. */
  private draft: Project | undefined;
  /** What the last state said, as JSON: fields are filled from a state only when it says something new. */
  private known = '';
  private fields: FieldGroup[] = [];
  private state: TrainingState | undefined;
  private drawnActions = '';

  constructor(private readonly page: TrainingPage) {
    const { t } = page.words;
    this.element = element(
      'section',
      { hidden: true, class: 'playground' },
      element('h2', {}, t('playground.title')),
      element('p', { class: 'description' }, t('playground.about')),
      this.groups,
      this.complaint,
      this.actions,
    );
  }

  update(state: TrainingState): void {
    this.state = state;
    const { settings } = state;
    this.element.hidden = settings === undefined;
    if (!settings) return;
    const said = projectJson(settings);
    if (said !== this.known) {
      const isFirst = this.known === '';
      this.known = said;
      const draft = isFirst ? (this.recalled() ?? settings) : settings;
      // What was sent comes back as it was: the fields stay, and with them the focus.
      if (this.draft && sameValues(this.draft, draft)) this.draft = draft;
      else this.fill(draft);
    }
    this.showActions(state);
  }

  /** Trains with what stands in the fields; without them, what the host trained last. */
  readonly train = (): void => {
    if (this.state && isBusy(this.state)) return;
    if (!this.draft) this.page.send({ type: 'train' });
    else if (this.check()) this.page.send({ type: 'play', project: this.draft });
  };

  private fill(project: Project): void {
    this.draft = project;
    this.keep();
    this.build();
  }

  private build(): void {
    const { draft } = this;
    if (!draft) return;
    const editing = { words: this.page.words, edit: this.edit, onEnter: this.train };
    const data = dataFields(draft, editing);
    const models = draft.models.map((_, index) => modelFields(draft, index, editing));
    this.fields = [...(data ? [data] : []), trainingFields(draft, editing), ...models];
    const first = this.fields.length - models.length;
    const rows = this.fields.map(({ title, fields }, row) =>
      element(
        'div',
        { class: 'setting-group', role: 'group', 'aria-label': title },
        element('h3', {}, title),
        element(
          'div',
          { class: 'setting-fields' },
          ...fields.map((field) => field.element),
          ...(row < first ? [] : this.layerActions(draft, row - first)),
        ),
      ),
    );
    const focused = labelOf(document.activeElement, this.groups);
    this.groups.replaceChildren(...rows);
    if (focused !== undefined) this.focus(focused);
  }

  private readonly edit = (change: (project: Project) => Project, rebuild = false): void => {
    if (!this.draft) return;
    this.draft = change(this.draft);
    setText(this.complaint, '');
    this.keep();
    if (rebuild) this.build();
    if (this.state) this.showActions(this.state);
  };

  private layerActions({ models }: Project, index: number): HTMLElement[] {
    const { t } = this.page.words;
    const model = models[index];
    if (!model) return [];
    const hidden = model.layers.length - 1;
    const act = (text: string, spoken: string, change: (layers: readonly Layer[]) => readonly Layer[]) => {
      const made = linkButton(text, () =>
        changeModel({ edit: this.edit }, index, (one) => ({ ...one, layers: change(one.layers) }), true),
      );
      made.setAttribute('aria-label', spoken);
      return made;
    };
    const add = act(t('playground.addLayer'), t('playground.addLayerTo', { model: model.name }), withLayer);
    const remove = act(
      t('playground.removeLayer'),
      t('playground.removeLayerOf', { model: model.name }),
      (layers) => [...layers.slice(0, -2), ...layers.slice(-1)],
    );
    return [
      element(
        'div',
        { class: 'layer-actions' },
        ...(hidden < mostHiddenLayers ? [add] : []),
        ...(hidden > 0 ? [remove] : []),
      ),
    ];
  }

  /** Whether the values may be sent; else the first wrong one has the focus, or the whole is complained of. */
  private check(): boolean {
    const wrong = this.fields.flatMap(({ fields }) => fields).find(({ isValid }) => !isValid());
    if (wrong) {
      wrong.control.focus();
      return false;
    }
    const reading = this.draft && readProject(projectJson(this.draft));
    const [problem] = reading?.kind === 'problems' ? reading.problems : [];
    setText(this.complaint, problem ? this.page.words.say(problem.said) : '');
    return problem === undefined;
  }

  private showActions(state: TrainingState): void {
    const { original } = state;
    const isChanged = this.draft !== undefined && original !== undefined && !sameValues(this.draft, original);
    const key = JSON.stringify([isBusy(state), isChanged, state.projectFile]);
    if (key === this.drawnActions) return;
    this.drawnActions = key;
    const { t } = this.page.words;
    const focused = labelOf(document.activeElement, this.actions);
    this.actions.replaceChildren(
      button({
        text: t('training.action.trainAgain'),
        primary: true,
        disabled: isBusy(state),
        onClick: this.train,
      }),
      button({ text: t('playground.save'), onClick: () => this.save() }),
      button({
        text: state.projectFile === undefined ? t('playground.reset') : t('playground.resetToFile'),
        disabled: !isChanged,
        onClick: () => this.state?.original && this.reset(this.state.original),
      }),
    );
    if (focused !== undefined) this.focus(focused);
  }

  private save(): void {
    if (this.draft && this.check()) this.page.send({ type: 'saveProject', project: this.draft });
  }

  private reset(original: Project): void {
    this.fill(original);
    setText(this.complaint, '');
    if (this.state) this.showActions(this.state);
  }

  private focus(label: string): void {
    const controls = this.element.querySelectorAll<HTMLElement>('input, select, button, vscode-button');
    [...controls].find((control) => labelOf(control, this.element) === label)?.focus();
  }

  private keep(): void {
    if (this.draft) this.page.keep(draftKey, [this.known, JSON.stringify(this.draft)]);
  }

  /** What stood in the fields before the page was reloaded, if the run is still the one that they were changed from. */
  private recalled(): Project | undefined {
    const kept = this.page.recall(draftKey);
    const [known, draft] = Array.isArray(kept) ? kept.map(String) : [];
    if (known !== this.known || draft === undefined) return undefined;
    const reading = readProject(draft);
    return reading.kind === 'project' ? reading.project : undefined;
  }
}

function isBusy({ phase }: TrainingState): boolean {
  return phase.name === 'training' || phase.name === 'stopping' || phase.name === 'converting';
}

/** Whatever they are called: the host renames a tutorial that was changed. */
function sameValues(one: Project, other: Project): boolean {
  return projectJson({ ...one, name: '' }) === projectJson({ ...other, name: '' });
}

/** One more hidden layer, like the last one. */
function withLayer(layers: readonly Layer[]): readonly Layer[] {
  const like = layers.at(-2) ?? { type: 'dense', units: 16, activation: 'relu' };
  return [...layers.slice(0, -1), like, ...layers.slice(-1)];
}

/** By what a control is found again after it was made anew. */
function labelOf(control: Element | null, within: HTMLElement): string | undefined {
  if (!control || !within.contains(control)) return undefined;
  return control.getAttribute('aria-label') ?? control.textContent;
}

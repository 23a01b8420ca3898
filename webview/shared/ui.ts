/**
 * The controls of all pages. The only file that knows the toolkit, which is no longer developed: to replace it is to
 * change this file. What the toolkit lacks (number fields, tables, progress) are native elements in the same look.
 */
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
  type Button,
  type Dropdown,
  type Option,
} from '@vscode/webview-ui-toolkit';
import { element } from './element';

declare global {
  interface HTMLElementTagNameMap {
    readonly 'vscode-button': Button;
    readonly 'vscode-dropdown': Dropdown;
    readonly 'vscode-option': Option;
  }
}

provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption());

export interface ButtonOptions {
  readonly text: string;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

export function button({ text, primary = false, disabled = false, onClick }: ButtonOptions): Button {
  const made = element('vscode-button');
  made.setAttribute('appearance', primary ? 'primary' : 'secondary');
  made.disabled = disabled;
  made.textContent = text;
  made.addEventListener('click', () => {
    if (!made.disabled) onClick();
  });
  return made;
}

/** An action that reads as a link: opens a file, shows something in place. */
export function linkButton(text: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'link' }, text);
  made.addEventListener('click', onClick);
  return made;
}

export interface DropdownOptions {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function dropdown({ label, options, value, onChange }: DropdownOptions): HTMLElement {
  const made = element('vscode-dropdown');
  made.setAttribute('aria-label', label);
  for (const option of options) {
    const row = element('vscode-option');
    row.setAttribute('value', option.value);
    row.textContent = option.text;
    made.append(row);
  }
  // The toolkit takes a value only once its options are in place, and reports its own first choice as a change.
  let told = value;
  requestAnimationFrame(() => {
    made.value = value;
    made.addEventListener('change', () => {
      if (made.value === told) return;
      told = made.value;
      onChange(told);
    });
  });
  return element('div', { class: 'field' }, element('span', { 'aria-hidden': 'true' }, label), made);
}

export interface NumberFieldOptions {
  /** The field stands between the two texts: "Without the first", "epochs". */
  readonly before: string;
  readonly after: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A whole number in [min, max]; anything else typed falls back to the nearest, or to what was there. */
export function numberField({ before, after, value, min, max, onChange }: NumberFieldOptions): HTMLElement {
  const input = element('input', { type: 'number', class: 'number', min, max, step: 1, value });
  input.addEventListener('change', () => {
    const typed = input.valueAsNumber;
    const wanted = Number.isFinite(typed)
      ? Math.min(max, Math.max(min, Math.round(typed)))
      : Number(input.defaultValue);
    input.value = input.defaultValue = String(wanted);
    onChange(wanted);
  });
  return element('label', { class: 'field' }, before, input, after);
}

export interface SearchFieldOptions {
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** Enter. */
  readonly onEnter?: (text: string) => void;
}

/** A line of text that shows its label until somebody types. */
export function searchField({ label, value, onInput, onEnter }: SearchFieldOptions): HTMLInputElement {
  const input = element('input', {
    type: 'search',
    class: 'search',
    'aria-label': label,
    placeholder: label,
    spellcheck: 'false',
    autocomplete: 'off',
  });
  input.value = value;
  input.addEventListener('input', () => onInput(input.value));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') onEnter?.(input.value);
  });
  return input;
}

export interface Cell {
  readonly content: string | Node;
  /** A smaller second line. */
  readonly note?: string;
}

export interface TableOptions {
  readonly label: string;
  /** `number` columns are set right. */
  readonly columns: readonly { readonly title: string; readonly kind: 'text' | 'number' }[];
  readonly rows: readonly (readonly (string | Cell)[])[];
  readonly footer?: readonly string[];
}

/** The first cell of a row is its heading. Scrolls sideways by itself where a window is too narrow. */
export function table({ label, columns, rows, footer }: TableOptions): HTMLElement {
  const kindOf = (index: number): string => columns[index]?.kind ?? 'text';
  const cell = (given: string | Cell, index: number): HTMLElement => {
    const { content, note } = typeof given === 'string' ? { content: given, note: undefined } : given;
    const made =
      index === 0
        ? element('th', { scope: 'row', class: 'text' }, content)
        : element('td', { class: kindOf(index) }, content);
    if (note !== undefined) made.append(element('div', { class: 'description' }, note));
    return made;
  };
  const head = columns.map(({ title, kind }) => element('th', { scope: 'col', class: kind }, title));
  const made = element(
    'table',
    { 'aria-label': label },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map(cell)))),
  );
  if (footer) made.append(element('tfoot', {}, element('tr', {}, ...footer.map(cell))));
  return element('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: 0 }, made);
}

export interface ProgressBar {
  readonly element: HTMLProgressElement;
  /** `share` in [0, 1], or null for "under way, no telling how long". */
  readonly show: (share: number | null) => void;
}

export function progressBar(label: string): ProgressBar {
  const made = element('progress', { max: 1, 'aria-label': label });
  return {
    element: made,
    show: (share) => {
      if (share === null) made.removeAttribute('value');
      else made.value = share;
    },
  };
}

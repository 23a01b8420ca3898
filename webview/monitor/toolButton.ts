/** A small button of a bar: an action, or with `pressed` a state that it switches. */
import { element, setText } from '../shared/element';

export interface ToolButton {
  readonly element: HTMLButtonElement;
  readonly show: (options: {
    readonly text?: string;
    readonly pressed?: boolean;
    readonly disabled?: boolean;
    readonly hidden?: boolean;
  }) => void;
}

export function toolButton(text: string, onClick: () => void): ToolButton {
  const made = element('button', { type: 'button', class: 'tool' }, text);
  made.addEventListener('click', onClick);
  return {
    element: made,
    show: ({ text: next, pressed, disabled, hidden }) => {
      if (next !== undefined) setText(made, next);
      if (pressed !== undefined) made.setAttribute('aria-pressed', String(pressed));
      if (disabled !== undefined) made.disabled = disabled;
      if (hidden !== undefined) made.hidden = hidden;
    },
  };
}

export interface ToolSelect {
  readonly element: HTMLSelectElement;
  /** Options and choice; nothing is rebuilt where they are the same, so that an open list stays open. */
  readonly show: (
    options: readonly { readonly value: string; readonly text: string }[],
    value: string,
  ) => void;
}

export function toolSelect(label: string, onChange: (value: string) => void): ToolSelect {
  const made = element('select', { class: 'tool', 'aria-label': label, title: label });
  made.addEventListener('change', () => onChange(made.value));
  let shown = '';
  return {
    element: made,
    show: (options, value) => {
      const key = JSON.stringify(options);
      if (key !== shown) {
        shown = key;
        made.replaceChildren(
          ...options.map((option) => element('option', { value: option.value }, option.text)),
        );
      }
      if (made.value !== value) made.value = value;
    },
  };
}

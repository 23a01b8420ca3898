/** A value that a person changes in place: its name above it, and below it what is wrong with it, as in VS Code's settings. */
import { liesWithin, type NumberRange } from '../../src/core/project/limits';
import { element, setText } from './element';

export interface SettingField {
  readonly element: HTMLElement;
  readonly control: HTMLInputElement | HTMLSelectElement;
  readonly isValid: () => boolean;
}

export interface NumberSetting {
  readonly label: string;
  /** For a screen reader, where the label alone does not say of what it is. */
  readonly spokenLabel?: string;
  readonly value: number;
  readonly range: NumberRange;
  /** What the arrow keys add. */
  readonly step: number;
  /** Said below the field while its value lies outside of the range. */
  readonly complaint: string;
  /** Only with values within the range. */
  readonly onChange: (value: number) => void;
  readonly onEnter: () => void;
}

let made = 0;

export function numberSetting(options: NumberSetting): SettingField {
  const { label, spokenLabel = label, value, range, step, complaint, onChange, onEnter } = options;
  const complaintId = `complaint-${String(++made)}`;
  const said = element('p', { class: 'complaint', id: complaintId, role: 'alert' });
  const control = element('input', {
    type: 'number',
    class: 'setting',
    'aria-label': spokenLabel,
    'aria-describedby': complaintId,
    min: range.minimum,
    max: range.maximum,
    step,
    value,
  });
  const isValid = (): boolean => liesWithin(control.valueAsNumber, range);
  control.addEventListener('input', () => {
    const fits = isValid();
    setText(said, fits ? '' : complaint);
    control.setAttribute('aria-invalid', String(!fits));
    if (fits) onChange(control.valueAsNumber);
  });
  control.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') onEnter();
  });
  return { element: labelled(label, control, said), control, isValid };
}

export interface ChoiceSetting {
  readonly label: string;
  readonly spokenLabel?: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function choiceSetting({
  label,
  spokenLabel = label,
  options,
  value,
  onChange,
}: ChoiceSetting): SettingField {
  const control = element(
    'select',
    { class: 'setting', 'aria-label': spokenLabel },
    ...options.map((option) => element('option', { value: option.value }, option.text)),
  );
  control.value = value;
  control.addEventListener('change', () => onChange(control.value));
  return { element: labelled(label, control), control, isValid: () => true };
}

function labelled(label: string, control: HTMLElement, ...more: readonly HTMLElement[]): HTMLElement {
  return element(
    'div',
    { class: 'setting-field' },
    element('label', {}, element('span', {}, label), control),
    ...more,
  );
}

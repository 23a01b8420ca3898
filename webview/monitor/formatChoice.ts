/** How the lines or bytes are read, as a person locks it: one of the line formats, or numbers sent as bytes. */
import {
  bytesPerSample,
  SAMPLE_TYPES,
  type BinaryLayout,
  type FrameSize,
  type StreamFormat,
} from '../../src/core/stream/format';
import type { Sentence } from '../../l10n/sentences';
import { sentence } from '../../l10n/sentences';
import { element } from '../shared/element';
import type { Words } from '../shared/words';
import { toolButton, toolSelect, type ToolSelect } from './toolButton';

interface KnownFormat {
  readonly key: string;
  readonly title: Sentence;
  readonly format: StreamFormat;
}

const layout: BinaryLayout = { channels: 1, type: 'int16', littleEndian: true };

/** What a person can lock; the binary ones begin with the frame that the program serialplot begins with. */
const formats: readonly KnownFormat[] = [
  { key: 'auto', title: sentence('monitor.lock.auto'), format: { kind: 'auto' } },
  { key: 'arduino', title: sentence('monitor.lock.arduino'), format: { kind: 'arduino' } },
  { key: 'teleplot', title: sentence('monitor.lock.teleplot'), format: { kind: 'teleplot' } },
  csv(',', sentence('monitor.lock.comma')),
  csv(';', sentence('monitor.lock.semicolon')),
  csv('\t', sentence('monitor.lock.tab')),
  csv(' ', sentence('monitor.lock.space')),
  { key: 'binary', title: sentence('monitor.lock.binary'), format: { kind: 'binary', layout } },
  {
    key: 'framed',
    title: sentence('monitor.lock.framed'),
    format: {
      kind: 'framed',
      layout,
      framing: { syncWord: [0xaa, 0xbb], size: { kind: 'oneByte' }, checksum: true },
    },
  },
];

const orders = ['little', 'big'] as const;
const sizes = ['oneByte', 'twoBytesLittle', 'twoBytesBig', 'fixed'] as const;
type SizeName = (typeof sizes)[number];

export class FormatChoice {
  readonly element: HTMLElement;
  private readonly kind: ToolSelect;
  private readonly bytesFields: HTMLElement;
  private readonly frameFields: HTMLElement;
  private readonly skips: HTMLElement;
  private readonly channels = element('input', { type: 'number', class: 'text unit', min: 1, max: 64 });
  private readonly type: ToolSelect;
  private readonly order: ToolSelect;
  private readonly sync = element('input', {
    type: 'text',
    class: 'text unit',
    maxlength: 47,
    spellcheck: 'false',
  });
  private readonly size: ToolSelect;
  private readonly payloadField: HTMLElement;
  private readonly payload = element('input', { type: 'number', class: 'text unit', min: 1, max: 65_535 });
  private readonly checksum = element('input', { type: 'checkbox' });
  private shown = '';
  private format: StreamFormat = { kind: 'auto' };

  constructor(
    private readonly words: Words,
    private readonly onFormat: (format: StreamFormat) => void,
    onSkip: (what: 'byte' | 'value') => void,
  ) {
    const { t } = words;
    this.kind = toolSelect(t('monitor.readAs'), (key) => {
      this.onFormat(formats.find((known) => known.key === key)?.format ?? { kind: 'auto' });
    });
    const changed = (): void => this.changed();
    this.type = toolSelect(t('monitor.valueType'), changed);
    this.order = toolSelect(t('monitor.byteOrder'), changed);
    this.size = toolSelect(t('monitor.frameSize'), changed);
    for (const input of [this.channels, this.sync, this.payload, this.checksum]) {
      input.addEventListener('change', changed);
    }
    this.payloadField = field(t('monitor.payloadBytes'), this.payload);
    this.frameFields = element(
      'div',
      { class: 'bar fields', hidden: true },
      field(t('monitor.syncWord'), this.sync),
      field(t('monitor.frameSize'), this.size.element),
      this.payloadField,
      element('label', { class: 'field' }, this.checksum, t('monitor.checksum')),
    );
    this.skips = element(
      'span',
      { class: 'bar' },
      toolButton(t('monitor.skipByte'), () => onSkip('byte')).element,
      toolButton(t('monitor.skipValue'), () => onSkip('value')).element,
    );
    this.bytesFields = element(
      'div',
      { class: 'bar fields', hidden: true },
      field(t('monitor.channels'), this.channels),
      field(t('monitor.valueType'), this.type.element),
      field(t('monitor.byteOrder'), this.order.element),
      this.skips,
    );
    this.element = element(
      'div',
      {},
      element('label', { class: 'field' }, t('monitor.readAs'), this.kind.element),
      this.bytesFields,
      this.frameFields,
    );
  }

  /** A field that is being edited is left alone: only another format changes what stands there. */
  show(format: StreamFormat): void {
    const key = JSON.stringify(format);
    if (key === this.shown) return;
    this.shown = key;
    this.format = format;
    const { t } = this.words;
    this.kind.show(
      formats.map((known) => ({ value: known.key, text: this.words.say(known.title) })),
      format.kind === 'csv' ? csvKey(format.delimiter) : format.kind,
    );
    const isBinary = format.kind === 'binary' || format.kind === 'framed';
    this.bytesFields.hidden = !isBinary;
    this.frameFields.hidden = format.kind !== 'framed';
    this.skips.hidden = format.kind !== 'binary';
    if (!isBinary) return;
    this.channels.valueAsNumber = format.layout.channels;
    this.type.show(
      SAMPLE_TYPES.map((type) => ({ value: type, text: type })),
      format.layout.type,
    );
    this.order.show(
      [
        { value: 'little', text: t('monitor.littleEndian') },
        { value: 'big', text: t('monitor.bigEndian') },
      ],
      format.layout.littleEndian ? 'little' : 'big',
    );
    if (format.kind !== 'framed') return;
    const { syncWord, size, checksum } = format.framing;
    this.sync.value = syncWord.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');
    this.size.show(
      [
        { value: 'oneByte', text: t('monitor.sizeOneByte') },
        { value: 'twoBytesLittle', text: t('monitor.sizeTwoBytesLittle') },
        { value: 'twoBytesBig', text: t('monitor.sizeTwoBytesBig') },
        { value: 'fixed', text: t('monitor.sizeFixed') },
      ],
      sizeName(size),
    );
    this.payloadField.hidden = size.kind !== 'fixed';
    this.payload.valueAsNumber = size.kind === 'fixed' ? size.payloadBytes : sampleBytes(format.layout);
    this.checksum.checked = checksum;
  }

  /** Only what can be read is sent; a field that cannot is marked and stays as it was typed. */
  private changed(): void {
    const { format } = this;
    if (format.kind !== 'binary' && format.kind !== 'framed') return;
    const channels = wholeNumber(this.channels, 1, 64);
    const type = SAMPLE_TYPES.find((known) => known === this.type.element.value);
    if (channels === undefined || !type) return;
    const littleEndian = orders.find((known) => known === this.order.element.value) !== 'big';
    const next: BinaryLayout = { channels, type, littleEndian };
    if (format.kind === 'binary') {
      this.onFormat({ kind: 'binary', layout: next });
      return;
    }
    const syncWord = syncWordOf(this.sync);
    const size = this.frameSize(next);
    if (!syncWord || !size) return;
    this.onFormat({
      kind: 'framed',
      layout: next,
      framing: { syncWord, size, checksum: this.checksum.checked },
    });
  }

  private frameSize(next: BinaryLayout): FrameSize | undefined {
    const name: SizeName = sizes.find((known) => known === this.size.element.value) ?? 'oneByte';
    switch (name) {
      case 'oneByte':
        return { kind: 'oneByte' };
      case 'twoBytesLittle':
        return { kind: 'twoBytes', littleEndian: true };
      case 'twoBytesBig':
        return { kind: 'twoBytes', littleEndian: false };
      case 'fixed': {
        // A frame holds whole samples.
        const sample = sampleBytes(next);
        if (this.payloadField.hidden) return { kind: 'fixed', payloadBytes: sample };
        const payloadBytes = wholeNumber(this.payload, sample, 65_535);
        const fits = payloadBytes !== undefined && payloadBytes % sample === 0;
        this.payload.setAttribute('aria-invalid', String(!fits));
        return fits ? { kind: 'fixed', payloadBytes } : undefined;
      }
    }
  }
}

function csv(delimiter: string, title: Sentence): KnownFormat {
  return {
    key: csvKey(delimiter),
    title,
    format: { kind: 'csv', delimiter, decimalComma: delimiter === ';' },
  };
}

function csvKey(delimiter: string): string {
  return `csv${delimiter}`;
}

function field(label: string, input: HTMLElement): HTMLElement {
  return element('label', { class: 'field' }, label, input);
}

function sampleBytes({ channels, type }: BinaryLayout): number {
  return channels * bytesPerSample(type);
}

function sizeName(size: FrameSize): SizeName {
  if (size.kind !== 'twoBytes') return size.kind;
  return size.littleEndian ? 'twoBytesLittle' : 'twoBytesBig';
}

function wholeNumber(input: HTMLInputElement, least: number, most: number): number | undefined {
  const value = input.valueAsNumber;
  const fits = Number.isInteger(value) && value >= least && value <= most;
  input.setAttribute('aria-invalid', String(!fits));
  return fits ? value : undefined;
}

/** `AA BB`, `aabb` or `0xAA,0xBB`: 1 to 16 bytes. */
function syncWordOf(input: HTMLInputElement): readonly number[] | undefined {
  const digits = input.value.replace(/0x/gi, '').replace(/[\s,]/g, '');
  const fits = /^(?:[0-9a-f]{2}){1,16}$/i.test(digits);
  input.setAttribute('aria-invalid', String(!fits));
  return fits ? (digits.match(/../g) ?? []).map((byte) => parseInt(byte, 16)) : undefined;
}

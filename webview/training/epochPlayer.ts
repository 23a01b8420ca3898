/** Goes through the snapshots of a training: a slider, and Play, which moves it. */
import { element, setText } from '../shared/element';
import type { Words } from '../shared/words';

/** A picture each, at 45 a second: 180 snapshots take four seconds, and where frames are uneven, more than 30 are seen. */
const snapshotMs = 1000 / 45;

export interface EpochPlayerOptions {
  readonly words: Words;
  /** Name of the model. */
  readonly model: string;
  readonly onShow: (index: number) => void;
}

export class EpochPlayer {
  readonly element: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly play: HTMLButtonElement;
  private readonly told = element('span', { class: 'epoch-told' });
  private texts: readonly string[] = [];
  private playing: { readonly from: number; readonly startedMs: number } | undefined;

  constructor(private readonly options: EpochPlayerOptions) {
    const { words, model } = options;
    this.slider = element('input', {
      type: 'range',
      class: 'epochs',
      min: 0,
      step: 1,
      'aria-label': words.t('playground.epochOf', { model }),
    });
    this.slider.addEventListener('input', () => {
      this.pause();
      this.show(this.slider.valueAsNumber);
    });
    this.play = element('button', { type: 'button', class: 'tool play' });
    this.play.addEventListener('click', () => {
      if (this.playing) this.pause();
      else this.start();
    });
    this.element = element('div', { class: 'player' }, this.play, this.slider, this.told);
    this.load([], 0);
  }

  /** Goes to `index`. One text for each snapshot, `After epoch 3 of 600`; a single one cannot be gone through. */
  load(texts: readonly string[], index: number): void {
    this.pause();
    this.texts = texts;
    this.slider.max = String(Math.max(0, texts.length - 1));
    this.slider.disabled = this.play.disabled = texts.length < 2;
    this.show(index);
  }

  private start(): void {
    const { valueAsNumber } = this.slider;
    const from = valueAsNumber >= this.texts.length - 1 ? 0 : valueAsNumber;
    this.playing = { from, startedMs: performance.now() };
    this.showPlay();
    this.step();
  }

  private pause(): void {
    this.playing = undefined;
    this.showPlay();
  }

  /** Shows what is due by now: on a slow machine snapshots are left out, and Play takes no longer. */
  private step(): void {
    if (!this.playing || !this.element.isConnected) return;
    const { from, startedMs } = this.playing;
    const last = this.texts.length - 1;
    const due = from + Math.floor((performance.now() - startedMs) / snapshotMs);
    if (due !== this.slider.valueAsNumber || due === from) this.show(Math.min(due, last));
    if (due >= last) this.pause();
    else requestAnimationFrame(() => this.step());
  }

  private show(index: number): void {
    this.slider.value = String(index);
    this.slider.style.setProperty('--done', `${String((100 * index) / Math.max(1, this.texts.length - 1))}%`);
    const text = this.texts[index] ?? '';
    this.slider.setAttribute('aria-valuetext', text);
    setText(this.told, text);
    if (this.texts.length > 0) this.options.onShow(index);
  }

  private showPlay(): void {
    const { words, model } = this.options;
    const isPlaying = this.playing !== undefined;
    setText(this.play, isPlaying ? words.t('playground.pause') : words.t('playground.play'));
    const spoken = isPlaying
      ? words.t('playground.pauseOf', { model })
      : words.t('playground.playOf', { model });
    this.play.setAttribute('aria-label', spoken);
  }
}

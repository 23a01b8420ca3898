/** The newest bytes as the rows of a hex view, asked for as long as they are wanted. */
import { pacedQuestion } from '../shared/pacedQuestion';
import { hexRows } from './hexRows';

const intervalMs = 100;

export interface RawBytes {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export class HexLines {
  isWanted = false;
  /** Undefined while they are not wanted, or not there yet. */
  rows: readonly string[] | undefined;
  private readonly question = pacedQuestion(intervalMs, () => this.load());

  constructor(
    private readonly rawBytes: () => Promise<RawBytes>,
    private readonly onChange: () => void,
  ) {}

  toggle(): void {
    this.isWanted = !this.isWanted;
    this.rows = undefined;
    if (this.isWanted) this.question.now();
    else this.onChange();
  }

  refresh(): void {
    if (this.isWanted) this.question();
  }

  private async load(): Promise<void> {
    const { bytes, offset } = await this.rawBytes();
    // They may have been switched off while the answer was on its way.
    if (!this.isWanted) return;
    this.rows = hexRows(bytes, offset).map(({ text }) => text);
    this.onChange();
  }
}

/** The lines of a text, one at a time, so that a large file is never held twice. Ends at \n, \r\n or \r. */
export interface TextLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
}

export class TextLines implements Iterable<TextLine> {
  constructor(private readonly text: string) {}

  *[Symbol.iterator](): Iterator<TextLine> {
    const text = this.text;
    const endings = /\r\n|\n|\r/g;
    let from = 0;
    for (let number = 1; from < text.length; number++) {
      endings.lastIndex = from;
      const ending = endings.exec(text);
      yield { number, text: text.slice(from, ending?.index ?? text.length) };
      from = ending ? endings.lastIndex : text.length;
    }
  }
}

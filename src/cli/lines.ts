/** Text lines of a byte stream, however it is cut into chunks; the last one may lack its line end. */
export interface TextLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

export async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) yield { text: part.replace(/\r$/, ''), line: ++line };
  }
  rest += decoder.decode();
  if (rest !== '') yield { text: rest, line: line + 1 };
}

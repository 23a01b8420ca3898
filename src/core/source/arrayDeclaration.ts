import { isMark, type Token } from './cScanner';

export interface ArrayDeclaration {
  readonly name: string;
  /** Offset of its first word, and of the name. */
  readonly start: number;
  readonly nameStart: number;
  readonly alignmentBytes?: number;
}

const alignmentWord = /^(alignas|_Alignas|aligned|__aligned__|__aligned|align|__ALIGNED|ALIGNED|ALIGN)$/;

/** Reads the tokens between the last `;`, `{` or `}` and the `=` or `{`. Undefined where they declare no array. */
export function readDeclaration(tokens: readonly Token[]): ArrayDeclaration | undefined {
  // The brackets of an attribute, `[[maybe_unused]]`, stand behind no name.
  const name = tokens.find((token, index) => token.kind === 'word' && isMark(tokens[index + 1], '['));
  const first = tokens[0];
  if (!first || name?.kind !== 'word') return undefined;
  const alignmentBytes = alignmentOf(tokens);
  return {
    name: name.text,
    start: first.start,
    nameStart: name.start,
    ...(alignmentBytes === undefined ? {} : { alignmentBytes }),
  };
}

/** `alignas(16)`, `_Alignas(16)`, `__attribute__((aligned(16)))`, `__declspec(align(16))`, `__ALIGNED(16)`. */
function alignmentOf(tokens: readonly Token[]): number | undefined {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !alignmentWord.test(token.text)) continue;
    const open = tokens[index + 1];
    const value = tokens[index + 2];
    if (isMark(open, '(') && value?.kind === 'number') return value.value;
  }
  return undefined;
}

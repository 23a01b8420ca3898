import { readArrayBytes } from './arrayBytes';
import { readDeclaration } from './arrayDeclaration';
import { CScanner, isMark, type Token } from './cScanner';

/** A model in C or C++ source. Text positions are UTF-16 offsets; lines count from 1. */
export interface CArray {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** From the first word of the declaration to behind the closing brace or string. */
  readonly start: number;
  readonly end: number;
  /** Line of the name. */
  readonly line: number;
  /** As declared by `alignas(n)`, `_Alignas(n)` or `__attribute__((aligned(n)))`; absent where nothing is declared. */
  readonly alignmentBytes?: number;
  /** The variable beside it that says how long it is (`name_len`, `name_size` …). */
  readonly length?: ArrayLengthVariable;
}

export interface ArrayLengthVariable {
  readonly name: string;
  readonly value: number;
  readonly line: number;
}

/** No declaration has more tokens before its `=`; what comes later is not kept. */
const longestDeclaration = 64;
const lengthName = /^(.+?)_?(?:len|length|size)$/i;

/**
 * Every array in C or C++ text whose bytes 4 to 7 are `TFL3`: elements in hexadecimal, decimal, octal or binary, character
 * literals, and strings with escapes, also several in a row. Comments, line continuations and preprocessor lines between
 * are passed over. Takes time linear in the text and keeps no more than the bytes found.
 */
export function findModelArrays(text: string): readonly CArray[] {
  const steps = findModelArraysStepwise(text);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Tokens between two steps: a few milliseconds. */
const tokensAStep = 5_000;

/** The same in steps of a few milliseconds: a source of 25 MB takes a second, and others use the thread too. */
export function* findModelArraysStepwise(text: string): Generator<undefined, readonly CArray[], void> {
  const scanner = new CScanner(text);
  const arrays: CArray[] = [];
  const lengths = new Map<string, ArrayLengthVariable>();
  let declaration: Token[] = [];
  let token = scanner.next();
  for (let tokens = 1; token; tokens++) {
    if (tokens % tokensAStep === 0) yield;
    // `m[] = {`, or `m[] {` as C++ allows.
    const isBrace = isMark(token, '{') && isMark(declaration.at(-1), ']');
    if (token.kind !== 'mark') {
      if (declaration.length < longestDeclaration) declaration.push(token);
    } else if (token.text === ';' || (token.text === '{' && !isBrace) || token.text === '}') {
      declaration = [];
    } else if (token.text !== '=' && !isBrace) {
      if (declaration.length < longestDeclaration) declaration.push(token);
    } else {
      const value = isBrace ? token : scanner.next();
      const name = declaration.at(-1);
      if (value?.kind === 'number' && name?.kind === 'word') {
        const line = scanner.lineOf(name.start);
        token = scanner.next();
        const array = lengthName.exec(name.text)?.[1];
        if (array !== undefined && isMark(token, ';')) {
          lengths.set(array, { name: name.text, value: value.value, line });
        }
        continue;
      }
      const declared = readDeclaration(declaration);
      const isArray = value?.kind === 'string' || isMark(value, '{');
      if (!declared || !value || !isArray) {
        declaration = [];
        token = value;
        continue;
      }
      const line = scanner.lineOf(declared.nameStart);
      const { bytes, end, following } = yield* readArrayBytes(scanner, value);
      if (bytes) {
        const { name: arrayName, start, alignmentBytes } = declared;
        const alignment = alignmentBytes === undefined ? {} : { alignmentBytes };
        arrays.push({ name: arrayName, bytes, start, end, line, ...alignment });
      }
      declaration = [];
      token = following;
      continue;
    }
    token = scanner.next();
  }
  return arrays.map((array) => {
    const length = lengths.get(array.name);
    return length ? { ...array, length } : array;
  });
}

/** Checked access to a JSON document that a person writes: every complaint knows its place, and all are collected. */
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { liesWithin, type NumberRange } from './limits';

/** What is wrong with a place of a text. */
export interface TextProblem {
  readonly said: Sentence;
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly length: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/**
 * One object of the document. Each read returns undefined after it has complained, so that a reader goes on and
 * a person sees all that is wrong at once.
 */
export class JsonObject {
  constructor(
    private readonly node: Node,
    private readonly path: string,
    private readonly complain: (node: Node, said: Sentence) => void,
  ) {}

  has(key: string): boolean {
    return findNodeAtLocation(this.node, [key]) !== undefined;
  }

  /** Complains of keys that are not among `known`, and of keys given twice. */
  allowOnly(known: readonly string[]): void {
    const seen = new Set<string>();
    for (const { children: [keyNode] = [] } of this.node.children ?? []) {
      if (!keyNode) continue;
      const key = String(keyNode.value);
      if (!known.includes(key)) {
        this.complain(
          keyNode,
          sentence('nn.jsonUnknownKey', { key: this.child(key), known: known.join(', ') }),
        );
      } else if (seen.has(key)) {
        this.complain(keyNode, sentence('nn.jsonKeyTwice', { key: this.child(key) }));
      }
      seen.add(key);
    }
  }

  number(key: string, range: NumberRange): number | undefined {
    const node = this.required(key);
    if (!node) return undefined;
    const value: unknown = node.value;
    if (typeof value === 'number' && liesWithin(value, range)) return value;
    const { minimum, maximum, above = false, whole = false } = range;
    const args = { key: this.child(key), minimum: String(minimum), maximum: String(maximum) };
    if (whole) this.complain(node, sentence('nn.jsonWholeNumber', args));
    else if (above) this.complain(node, sentence('nn.jsonNumberAbove', args));
    else this.complain(node, sentence('nn.jsonNumber', args));
    return undefined;
  }

  oneOf<Word extends string>(key: string, words: readonly Word[]): Word | undefined {
    const node = this.required(key);
    if (!node) return undefined;
    const word = words.find((candidate) => candidate === node.value);
    if (word === undefined) {
      this.complain(node, sentence('nn.jsonOneOf', { key: this.child(key), words: words.join(', ') }));
    }
    return word;
  }

  /** A name that can stand in a file name and in C source. */
  identifier(key: string): string | undefined {
    const node = this.required(key);
    if (!node) return undefined;
    const value: unknown = node.value;
    if (typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(value)) return value;
    this.complain(node, sentence('nn.jsonIdentifier', { key: this.child(key) }));
    return undefined;
  }

  /** A string of 1 to 200 characters. */
  text(key: string): string | undefined {
    const node = this.required(key);
    if (!node) return undefined;
    const text = textOf(node);
    if (text !== undefined) return text;
    this.complain(node, sentence('project.text', { key: this.child(key) }));
    return undefined;
  }

  /** Between one and `maximum` strings. */
  texts(key: string, maximum: number): string[] | undefined {
    const node = this.required(key);
    if (!node) return undefined;
    const items = node.type === 'array' ? (node.children ?? []) : [];
    const texts = items.flatMap((item) => textOf(item) ?? []);
    if (texts.length > 0 && texts.length === items.length && texts.length <= maximum) return texts;
    this.complain(node, sentence('project.texts', { key: this.child(key), maximum }));
    return undefined;
  }

  object(key: string): JsonObject | undefined {
    const node = this.required(key);
    if (!node) return undefined;
    return this.asObject(node, this.child(key));
  }

  /** Between one and `maximum` objects; those that are none are complained of and left out. */
  objects(key: string, maximum: number): JsonObject[] {
    const node = this.required(key);
    if (!node) return [];
    const items = node.type === 'array' ? (node.children ?? []) : [];
    if (items.length < 1 || items.length > maximum) {
      this.complain(node, sentence('nn.jsonList', { key: this.child(key), maximum }));
      return [];
    }
    return items.flatMap((item, index) => this.asObject(item, `${this.child(key)}[${String(index)}]`) ?? []);
  }

  /** For what is wrong although each value by itself is right; stands at `key`, or at the whole object. */
  complainOf(key: string | undefined, said: Sentence): void {
    this.complain((key === undefined ? undefined : findNodeAtLocation(this.node, [key])) ?? this.node, said);
  }

  private asObject(node: Node, path: string): JsonObject | undefined {
    if (node.type === 'object') return new JsonObject(node, path, this.complain);
    this.complain(node, sentence('nn.jsonObject', { key: path }));
    return undefined;
  }

  private required(key: string): Node | undefined {
    const node = findNodeAtLocation(this.node, [key]);
    if (!node) this.complain(this.node, sentence('nn.jsonMissing', { key: this.child(key) }));
    return node;
  }

  private child(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }
}

function textOf(node: Node): string | undefined {
  const value: unknown = node.value;
  return typeof value === 'string' && value.length > 0 && value.length <= 200 ? value : undefined;
}

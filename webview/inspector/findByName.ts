import type { ModelState } from './inspectorPage';
import type { Target } from './target';

/** Operators and tensors whose names hold every word of the text, operators first, in the order of the file. */
export function findByName({ operators, tensors }: ModelState, text: string): readonly Target[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const matches = ({ name }: { readonly name: string }): boolean => {
    const lower = name.toLowerCase();
    return wanted.every((word) => lower.includes(word));
  };
  return [
    ...operators
      .filter(matches)
      .map(({ subgraph, index }): Target => ({ kind: 'operator', subgraph, index })),
    ...tensors.filter(matches).map(({ subgraph, index }): Target => ({ kind: 'tensor', subgraph, index })),
  ];
}

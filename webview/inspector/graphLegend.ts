/** Which colour stands for which kind of operator, for the kinds that a graph has. */
import { element } from '../shared/element';
import type { Words } from '../shared/words';
import type { NodeKind } from './graphColours';

export function graphLegend(words: Words, kinds: ReadonlySet<NodeKind>): HTMLElement {
  return element(
    'ul',
    { class: 'graph-legend', 'aria-label': words.t('inspector.kinds') },
    ...[...kinds].map((kind) =>
      element(
        'li',
        {},
        element('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }),
        kindWord(words, kind),
      ),
    ),
  );
}

function kindWord({ t }: Words, kind: NodeKind): string {
  switch (kind) {
    case 'convolution':
      return t('inspector.kindConvolution');
    case 'dense':
      return t('inspector.kindDense');
    case 'recurrent':
      return t('inspector.kindRecurrent');
    case 'pooling':
      return t('inspector.kindPooling');
    case 'activation':
      return t('inspector.kindActivation');
    case 'arithmetic':
      return t('inspector.kindArithmetic');
    case 'shape':
      return t('inspector.kindShape');
    case 'quantization':
      return t('inspector.kindQuantization');
    case 'control':
      return t('inspector.kindControl');
    case 'custom':
      return t('inspector.kindCustom');
    case 'other':
      return t('inspector.kindOther');
    case 'boundary':
      return t('inspector.kindBoundary');
  }
}

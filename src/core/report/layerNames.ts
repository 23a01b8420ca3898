/** A layer as Keras prints it, in every language. */
import type { LayerRow } from '../nn/model';

export function layerName({ activation }: LayerRow): string {
  return activation === 'linear' ? 'Dense' : `Dense (${activation})`;
}

export function layerShape({ outputShape: [, units] }: LayerRow): string {
  return `(None, ${String(units)})`;
}

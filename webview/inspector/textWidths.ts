/** How wide the texts of a node are in the theme's font: the layout makes room for them. */
import { readTheme } from '../shared/theme';

export function textWidths(): (text: string, kind: 'title' | 'note') => number {
  const context = document.createElement('canvas').getContext('2d');
  const { fontFamily } = readTheme();
  const known = new Map<string, number>();
  return (text, kind) => {
    const key = `${kind} ${text}`;
    const width = known.get(key);
    if (width !== undefined) return width;
    if (!context) return text.length * 8;
    context.font = kind === 'title' ? `600 12px ${fontFamily}` : `10px ${fontFamily}`;
    const measured = context.measureText(text).width;
    known.set(key, measured);
    return measured;
  };
}

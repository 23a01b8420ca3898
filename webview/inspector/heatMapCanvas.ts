/** Values of a tensor as colours: one hue below zero, one above, the page's own background for zero. */
import type { HeatMap } from '../../src/core/inspect/heatMap';
import { element } from '../shared/element';
import { readTheme } from '../shared/theme';
import { followThemeWhileShown } from '../shared/whileShown';
import type { Words } from '../shared/words';

const largestSidePx = 480;

export function heatMapCanvas({ t, number }: Words, map: HeatMap): HTMLElement {
  const { rows, columns, rowStep, columnStep, cells } = map;
  let largest = 0;
  for (const value of cells) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  const cellPx = Math.max(1, Math.min(16, Math.floor(largestSidePx / Math.max(rows, columns))));
  const canvas = element('canvas', {
    role: 'img',
    class: 'heat-map',
    width: columns * cellPx,
    height: rows * cellPx,
    'aria-label': t('inspector.heatMapSummary', { rows, columns, lowest: -largest, highest: largest }),
  });
  const ramp = element('span', { class: 'ramp', 'aria-hidden': 'true' });
  const draw = (): void => {
    const context = canvas.getContext('2d');
    if (!context) return;
    const { series, description } = readTheme();
    const [above = description, below = description] = [series[0], series[1]];
    ramp.style.background = `linear-gradient(90deg, ${below}, transparent, ${above})`;
    context.clearRect(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < cells.length; at++) {
      const value = cells[at] ?? NaN;
      const strength = largest === 0 ? 0 : Math.abs(value) / largest;
      context.globalAlpha = Number.isFinite(value) ? strength : 1;
      context.fillStyle = Number.isFinite(value) ? (value < 0 ? below : above) : description;
      context.fillRect((at % columns) * cellPx, Math.floor(at / columns) * cellPx, cellPx, cellPx);
    }
  };
  draw();
  followThemeWhileShown(canvas, draw);
  const read = element('span', { class: 'description', 'aria-hidden': 'true' });
  canvas.addEventListener('pointermove', (event) => {
    const box = canvas.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
    const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
    const value = cells[row * columns + column];
    read.textContent =
      value === undefined
        ? ''
        : t('inspector.heatMapCell', {
            row: row * rowStep,
            column: column * columnStep,
            value: number(value),
          });
  });
  return element(
    'div',
    { class: 'heat' },
    element(
      'p',
      { class: 'description' },
      rowStep * columnStep > 1
        ? t('inspector.heatMapMeans', { down: rowStep, across: columnStep })
        : t('inspector.heatMapCells'),
    ),
    canvas,
    element(
      'div',
      { class: 'heat-scale' },
      element('span', {}, number(-largest)),
      ramp,
      element('span', {}, number(largest)),
    ),
    read,
  );
}

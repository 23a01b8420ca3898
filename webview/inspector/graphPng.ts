/** A graph as a PNG, painted on a canvas: a page may not load a picture that is made of text. */
import { canvasPng } from '../shared/canvasPng';
import { kindOfNode, type GraphColours } from './graphColours';
import { linePath } from './graphSvg';
import type { GraphScene } from './graphScene';

/** What browsers still give a canvas. */
const longestSide = 16_000;
const mostPixels = 64_000_000;

/** Twice the size on the page, less where that would be too large for a picture. Undefined where no picture came about. */
export async function graphPng(scene: GraphScene, colours: GraphColours): Promise<Uint8Array | undefined> {
  const { width, height } = scene;
  const scale = Math.min(
    2,
    longestSide / Math.max(width, height, 1),
    Math.sqrt(mostPixels / Math.max(width * height, 1)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.ceil(width * scale));
  canvas.height = Math.max(1, Math.ceil(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.scale(scale, scale);
  paint(context, scene, colours);
  return canvasPng(canvas);
}

function paint(context: CanvasRenderingContext2D, scene: GraphScene, colours: GraphColours): void {
  const { background, foreground, description, edge, fontFamily } = colours;
  context.fillStyle = background;
  context.fillRect(0, 0, scene.width, scene.height);
  context.strokeStyle = edge;
  context.lineWidth = 1.2;
  context.font = `10px ${fontFamily}`;
  for (const { points, label, labelX, labelY } of scene.edges) {
    context.stroke(new Path2D(linePath(points)));
    context.fillStyle = edge;
    context.fill(arrowHead(points));
    context.fillStyle = description;
    context.fillText(label, labelX, labelY);
  }
  context.textAlign = 'center';
  for (const { node, left, top, right, bottom, title, note } of scene.nodes) {
    const kind = kindOfNode(node);
    context.beginPath();
    context.roundRect(left, top, right - left, bottom - top, node.kind === 'operator' ? 4 : 20);
    context.fillStyle = colours.fills[kind];
    context.fill();
    context.strokeStyle = colours.nodes[kind];
    context.stroke();
    context.fillStyle = foreground;
    context.font = `600 12px ${fontFamily}`;
    context.fillText(title, (left + right) / 2, top + 17);
    context.font = `10px ${fontFamily}`;
    context.fillText(note, (left + right) / 2, top + 32);
  }
}

function arrowHead(points: Float32Array): Path2D {
  const [fromX = 0, fromY = 0, x = 0, y = 0] = points.slice(-4);
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [alongX, alongY] = [((x - fromX) / length) * 7, ((y - fromY) / length) * 7];
  const path = new Path2D();
  path.moveTo(x, y);
  path.lineTo(x - alongX - alongY / 2, y - alongY + alongX / 2);
  path.lineTo(x - alongX + alongY / 2, y - alongY - alongX / 2);
  path.closePath();
  return path;
}

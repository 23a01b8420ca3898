import { canvasPng } from '../shared/canvasPng';
import { pageBackground } from '../shared/pageBackground';

/** The plot as a PNG file, on the colour of the page. */
export async function savePicture(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  if (context) {
    context.fillStyle = pageBackground();
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
  }
  return (await canvasPng(copy)) ?? new Uint8Array(0);
}

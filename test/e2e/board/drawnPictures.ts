/** How many pictures a page really drew: frames of the browser in which its canvas was cleared to be drawn anew. */
import type { Frame } from 'playwright-core';

/** Runs in the page. A frame of the browser has one time, however often the canvas is cleared in it. */
const watching = `(() => {
  window.drawnPictures = 0;
  let drawn = -1;
  const context = CanvasRenderingContext2D.prototype;
  const clear = context.clearRect;
  context.clearRect = function (...rectangle) {
    clear.apply(this, rectangle);
    const frame = document.timeline.currentTime;
    if (frame === drawn || !this.canvas.isConnected) return;
    drawn = frame;
    window.drawnPictures++;
  };
})()`;

export async function watchPictures(page: Frame): Promise<void> {
  await page.evaluate(watching);
}

/** Since `watchPictures`. */
export async function drawnPictures(page: Frame): Promise<number> {
  return Number(await page.evaluate('window.drawnPictures'));
}

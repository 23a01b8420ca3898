/** The plot as a PNG file, on the colour of the page: a transparent one cannot be read on another background. */
export async function savePicture(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  if (context) {
    const background = getComputedStyle(document.documentElement).backgroundColor;
    const page = getComputedStyle(document.body).getPropertyValue('--vscode-editor-background').trim();
    context.fillStyle = page === '' ? background : page;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
  }
  const blob = await new Promise<Blob | null>((resolve) => copy.toBlob(resolve, 'image/png'));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : new Uint8Array(0);
}

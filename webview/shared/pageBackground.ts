/** The colour behind the page, for pictures: a transparent one cannot be read on another background. */
export function pageBackground(): string {
  const colour = getComputedStyle(document.body).getPropertyValue('--vscode-editor-background').trim();
  return colour === '' ? 'Canvas' : colour;
}

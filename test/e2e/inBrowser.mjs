// Functions that tests send into a browser, where they run by themselves.
/* global createImageBitmap, document, DOMParser, OffscreenCanvas */

/**
 * What a person sees of one tab of the inspector.
 *
 * @param {string} tab
 * @returns {{ readonly tab: string, readonly chosen: string, readonly scrollTop: number }}
 */
export function viewOf(tab) {
  const panel = document.getElementById(`panel-${tab}`);
  return {
    tab: document.querySelector('[role=tab][aria-selected=true]').id.replace('tab-', ''),
    chosen: panel.querySelector('.details h2')?.textContent.split(' ')[0] ?? '',
    scrollTop: Math.round(panel.querySelector('.grid').scrollTop),
  };
}

/**
 * @param {string} selector
 * @returns {boolean} whether what has the focus matches
 */
export function hasFocus(selector) {
  return document.activeElement?.matches(selector) === true;
}

/**
 * @param {string} svg
 * @returns {{ readonly errors: number, readonly foreign: number, readonly rectangles: number, readonly texts: string[], readonly width: number, readonly height: number }}
 */
export function drawnIn(svg) {
  const { documentElement: root } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return {
    errors: root.querySelectorAll('parsererror').length,
    foreign: root.querySelectorAll('script, image, foreignObject, a, style').length,
    rectangles: root.querySelectorAll('rect').length,
    texts: [...root.querySelectorAll('text')].map(({ textContent }) => textContent),
    width: Number(root.getAttribute('width')),
    height: Number(root.getAttribute('height')),
  };
}

/**
 * @param {string} base64 of a PNG file
 * @returns {Promise<{ readonly width: number, readonly height: number, readonly colours: number }>}
 */
export async function pixelsOf(base64) {
  const bytes = Uint8Array.from(globalThis.atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, colours: new Set(new Uint32Array(data.buffer)).size };
}

/**
 * Texts that a person sees or hears and that hold three English words or more, in a page that should be Chinese. What the model
 * or a program calls things stays as it is: names, code, lines of a board's log.
 *
 * @returns {string[]}
 */
export function englishIn() {
  const asItIs = 'pre, code, bdi, svg, [role=row] .cell:not([role=columnheader]), td, .log';
  const said = [];
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!parentElement || parentElement.closest(`${asItIs}, script, style`)) continue;
    if (parentElement.checkVisibility()) said.push(node.data);
  }
  for (const name of ['aria-label', 'title', 'placeholder']) {
    for (const labelled of document.querySelectorAll(`[${name}]`)) {
      if (!labelled.closest(asItIs)) said.push(labelled.getAttribute(name));
    }
  }
  return said.filter((text) => {
    const words = text.replaceAll(/TensorFlow Lite( Micro)?/g, '');
    return /[a-z]{2,}\W+[a-z]{2,}\W+[a-z]{2,}/i.test(words) && !/\p{Script=Han}/u.test(words);
  });
}

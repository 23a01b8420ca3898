/** A graph as the text of an SVG file that needs nothing else: colours (plain ones) and font stand in it. */
import { kindOfNode, type GraphColours } from './graphColours';
import type { GraphScene } from './graphScene';

export function graphSvg(scene: GraphScene, colours: GraphColours): string {
  const { background, foreground, description, edge, fontFamily } = colours;
  const font = `font-family="${escapeXml(fontFamily)}"`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(scene.width)}" height="${round(scene.height)}" viewBox="0 0 ${round(scene.width)} ${round(scene.height)}" ${font}>`,
    `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8Z" fill="${escapeXml(edge)}"/></marker></defs>`,
    `<rect width="100%" height="100%" fill="${escapeXml(background)}"/>`,
    `<g fill="none" stroke="${escapeXml(edge)}" stroke-width="1.2">`,
    ...scene.edges.map(({ points }) => `<path d="${linePath(points)}" marker-end="url(#arrow)"/>`),
    `</g><g fill="${escapeXml(description)}" font-size="10">`,
    ...scene.edges.flatMap(({ label, labelX, labelY }) =>
      label === '' ? [] : [`<text x="${round(labelX)}" y="${round(labelY)}">${escapeXml(label)}</text>`],
    ),
    `</g><g text-anchor="middle" fill="${escapeXml(foreground)}">`,
    ...scene.nodes.map((node) => {
      const kind = kindOfNode(node.node);
      const x = round((node.left + node.right) / 2);
      return [
        `<rect x="${round(node.left)}" y="${round(node.top)}" width="${round(node.right - node.left)}" height="${round(node.bottom - node.top)}" rx="${node.node.kind === 'operator' ? 4 : 20}" fill="${escapeXml(colours.fills[kind])}" stroke="${escapeXml(colours.nodes[kind])}"/>`,
        `<text x="${x}" y="${round(node.top + 17)}" font-size="12" font-weight="600">${escapeXml(node.title)}</text>`,
        `<text x="${x}" y="${round(node.top + 32)}" font-size="10">${escapeXml(node.note)}</text>`,
      ].join('');
    }),
    '</g></svg>',
  ];
  return `${parts.join('\n')}\n`;
}

/** `M1 2L3 4`. */
export function linePath(points: Float32Array): string {
  let path = '';
  for (let at = 0; at + 1 < points.length; at += 2) {
    path += `${at === 0 ? 'M' : 'L'}${round(points[at] ?? 0)} ${round(points[at + 1] ?? 0)}`;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** XML has no place for most control characters, whatever way they are written. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

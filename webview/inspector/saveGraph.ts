/** Saves the drawing of a graph as a picture, in the colours of the page. */
import { safeFileName } from '../../src/core/inspect/table';
import type { InspectorExport } from '../../src/protocol/inspectorPage';
import { pageBackground } from '../shared/pageBackground';
import { plainColour } from '../shared/plainColour';
import { readTheme } from '../shared/theme';
import { exportFile } from './exportFile';
import { graphColours, plainColours, type GraphColours } from './graphColours';
import { graphPng } from './graphPng';
import type { GraphScene } from './graphScene';
import { graphSvg } from './graphSvg';
import type { InspectorPage } from './inspectorPage';

export function pageGraphColours(): GraphColours {
  return graphColours(readTheme(), pageBackground());
}

/** Asks where to; what goes wrong is said on the page. */
export async function saveGraph(
  page: InspectorPage,
  fileName: string,
  scene: GraphScene,
  colours: GraphColours,
  format: 'svg' | 'png',
): Promise<void> {
  const name = safeFileName(`${fileName.replace(/\.tflite$/i, '')}_graph`, format);
  const made = await picture(name, scene, colours, format);
  if (made) await exportFile(page, made);
}

async function picture(
  name: string,
  scene: GraphScene,
  colours: GraphColours,
  format: 'svg' | 'png',
): Promise<InspectorExport | undefined> {
  const plain = plainColours(colours, (colour) => plainColour(colour, colours.background));
  if (format === 'svg') return { what: 'text', suggestedName: name, text: graphSvg(scene, plain) };
  const bytes = await graphPng(scene, plain);
  return bytes && { what: 'file', name, bytes };
}

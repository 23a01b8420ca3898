/** Saves the drawing of a graph as a picture, in the colours of the page. */
import { safeFileName } from '../../src/core/inspect/table';
import type { InspectorExport } from '../../src/protocol/inspectorPage';
import { failureText } from '../shared/failureText';
import { plainColour } from '../shared/plainColour';
import { readTheme } from '../shared/theme';
import { graphColours, plainColours, type GraphColours } from './graphColours';
import { graphPng } from './graphPng';
import type { GraphScene } from './graphScene';
import { graphSvg } from './graphSvg';
import type { InspectorPage } from './inspectorPage';

export function pageGraphColours(): GraphColours {
  const background = getComputedStyle(document.body).getPropertyValue('--vscode-editor-background').trim();
  return graphColours(readTheme(), background === '' ? 'Canvas' : background);
}

/** Asks where to; what goes wrong is said on the page. */
export async function saveGraph(
  page: InspectorPage,
  fileName: string,
  scene: GraphScene,
  colours: GraphColours,
  format: 'svg' | 'png',
): Promise<void> {
  try {
    const suggestedName = safeFileName(`${fileName.replace(/\.tflite$/i, '')}_graph`, format);
    const made = await picture(suggestedName, scene, colours, format);
    if (!made) return;
    const path = await page.ask('export', made);
    if (path !== undefined) page.announce(page.words.t('inspector.saved', { path }));
  } catch (error) {
    page.announce(failureText(page.words, error));
  }
}

async function picture(
  suggestedName: string,
  scene: GraphScene,
  colours: GraphColours,
  format: 'svg' | 'png',
): Promise<InspectorExport | undefined> {
  const plain = plainColours(colours, (colour) => plainColour(colour, colours.background));
  if (format === 'svg') return { what: 'text', suggestedName, text: graphSvg(scene, plain) };
  const bytes = await graphPng(scene, plain);
  return bytes && { what: 'png', suggestedName, bytes };
}

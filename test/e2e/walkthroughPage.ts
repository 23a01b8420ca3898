/** VS Code's "Get Started" page with our walkthrough, used as a person does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Locator } from 'playwright-core';
import { expect } from 'vitest';
import manifest from '../../package.json';
import { root } from '../../scripts/paths.mjs';
import type { VSCode } from './vscode';

const [walkthrough] = manifest.contributes.walkthroughs;
if (!walkthrough) throw new Error('There is no walkthrough.');
const category = `${manifest.publisher}.${manifest.name}#${walkthrough.id}`;

/** How much is drawn, and what of it has no colour. */
interface DrawnPicture {
  readonly shapes: number;
  readonly colourless: readonly string[];
}

export class WalkthroughPage {
  readonly steps: readonly string[] = walkthrough?.steps.map(({ id }) => id) ?? [];

  constructor(private readonly vscode: VSCode) {}

  /** Opens the page, or comes back to it, at a step. */
  async show(step: string): Promise<void> {
    // Its steps scroll where there is little room.
    await this.vscode.execute('workbench.action.closePanel');
    await this.vscode.execute('workbench.action.openWalkthrough', category, false);
    const at = this.at(step);
    await at.waitFor({ timeout: 20_000 });
    if (!/\bexpanded\b/.test((await at.getAttribute('class')) ?? '')) await at.locator('.step-title').click();
    await this.button(step).waitFor({ timeout: 20_000 });
    await this.untilFocusStays(step);
  }

  /** A page that has just been opened takes the focus once more; a list that is open by then would close. */
  private async untilFocusStays(step: string): Promise<void> {
    const stays = async (): Promise<boolean> => {
      await this.button(step).focus();
      await sleep(200);
      return this.button(step).evaluate(hasFocus);
    };
    await expect.poll(stays, { timeout: 20_000 }).toBe(true);
  }

  button(step: string): Locator {
    return this.at(step).locator('.monaco-button').first();
  }

  link(step: string, text: string): Locator {
    return this.at(step).locator('.step-description-container a', { hasText: text }).first();
  }

  /** Steps that VS Code has ticked off. */
  async done(): Promise<readonly string[]> {
    const ticked = await Promise.all(
      this.steps.map((step) => this.at(step).locator('.codicon.complete').count()),
    );
    return this.steps.filter((_, index) => (ticked[index] ?? 0) > 0);
  }

  /** The picture beside the step that is shown, once it stands. Answers with the shapes that have no colour in this theme. */
  async colourlessShapes(step: string): Promise<readonly string[]> {
    const { svg = '' } = walkthrough?.steps.find(({ id }) => id === step)?.media ?? {};
    const coloured = readFileSync(join(root, svg), 'utf8').match(/<\w+[^>]*\b(?:stroke|fill)="/g) ?? [];
    let found: readonly DrawnPicture[] = [];
    const look = async (): Promise<readonly number[]> => {
      found = (await Promise.all(this.vscode.page.frames().map(drawnIn))).flat();
      return found.map(({ shapes }) => shapes);
    };
    await expect.poll(look, { timeout: 20_000 }).toEqual([coloured.length]);
    return found.flatMap(({ colourless }) => colourless);
  }

  private at(step: string): Locator {
    return this.vscode.page.locator(`.getting-started-step[data-step-id$="#${step}"]`);
  }
}

async function drawnIn(frame: Frame): Promise<readonly DrawnPicture[]> {
  if (frame.parentFrame() === null || frame.isDetached()) return [];
  try {
    return await frame.evaluate<readonly DrawnPicture[]>(picturesOfBody);
  } catch {
    // The frame went away while we asked.
    return [];
  }
}

const hasFocus = (button: unknown): boolean =>
  (button as { matches: (selector: string) => boolean }).matches(':focus');

/** Inside a page: an SVG that is all of its body, and its shapes whose colour is none that can be seen. */
const picturesOfBody = `[...document.querySelectorAll('body > svg')].map((svg) => {
  const shapes = [...svg.querySelectorAll('[stroke], [fill]')];
  const isUnseen = (shape) => ['stroke', 'fill'].some((kind) => {
    const asked = shape.getAttribute(kind) ?? 'none';
    // Nothing, or nothing where the theme has no such colour.
    if (/\\b(none|transparent)\\b/.test(asked)) return false;
    const colour = getComputedStyle(shape)[kind];
    return colour === 'none' || /^rgba\\(.*, 0\\)$/.test(colour);
  });
  const coloured = [svg, ...shapes].filter((shape) => shape.hasAttribute('stroke') || shape.hasAttribute('fill'));
  return { shapes: coloured.length, colourless: shapes.filter(isUnseen).map((shape) => shape.outerHTML.slice(0, 120)) };
})`;

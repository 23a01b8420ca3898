/** What axe objects to on a page, as one line each. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const options = "{ iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }";

/** @param background the theme's colour behind the page: a page is transparent, and axe cannot see the window */
export async function axeViolations(
  page: Frame,
  background = '--vscode-panel-background',
): Promise<string[]> {
  await page.evaluate(source);
  await page.evaluate(`document.documentElement.style.background = 'var(${background})'`);
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

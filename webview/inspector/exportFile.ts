import type { InspectorExport } from '../../src/protocol/inspectorPage';
import { failureText } from '../shared/failureText';
import type { InspectorPage } from './inspectorPage';

/** The host asks where to; where it was written, or why it was not, is said on the page. */
export async function exportFile(page: InspectorPage, wanted: InspectorExport): Promise<void> {
  try {
    const path = await page.ask('export', wanted);
    if (path !== undefined) page.announce(page.words.t('inspector.saved', { path }));
  } catch (error) {
    page.announce(failureText(page.words, error));
  }
}

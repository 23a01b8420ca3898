/** Makes the features of a window. Light: what a feature needs beyond VS Code is loaded when it is first asked for. */
import type * as vscode from 'vscode';
import type { Features } from './features';
import { createInspectorFeatures } from './inspector/inspectorFeatures';
import type { Language } from '../../l10n/languages';
import { sayIn } from './language';
import { createLog } from './log';
import type { Monitor } from './monitor/monitor';
import type { Services } from './services';

export function createFeatures(context: vscode.ExtensionContext, language: Language): Features {
  const log = createLog();
  context.subscriptions.push(log);
  const services: Services = { context, log, language, say: sayIn(language) };

  const owned = <T extends vscode.Disposable>(make: () => Promise<T>) =>
    once(async () => {
      const made = await make();
      context.subscriptions.push(made);
      return made;
    });
  const trainingSession = owned(async () => {
    const { TrainingSession } = await import('./trainingSession');
    return TrainingSession.open(services);
  });
  const trainingPanel = owned(async () => {
    const { TrainingPanel } = await import('./trainingPanel');
    return new TrainingPanel(services, await trainingSession());
  });
  let madeMonitor: Monitor | undefined;
  const monitor = owned(async () => {
    const { Monitor } = await import('./monitor/monitor');
    return (madeMonitor = new Monitor(services));
  });
  const end = async (): Promise<void> => {
    await madeMonitor?.session.end();
  };
  const plotPanels = owned(async () => {
    const { PlotPanels } = await import('./plotPanel');
    return new PlotPanels(services);
  });
  const inspector = createInspectorFeatures(services, owned);
  return { ...services, ...inspector, trainingSession, trainingPanel, monitor, plotPanels, end };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Makes the services of a window. What a service needs beyond VS Code is loaded when it is first asked for. */
import type * as vscode from 'vscode';
import { sayIn, windowLanguage } from './language';
import { createLog } from './log';
import type { Services } from './services';

export function createServices(context: vscode.ExtensionContext): Services {
  const log = createLog();
  context.subscriptions.push(log);
  const language = windowLanguage();

  const owned = <T extends vscode.Disposable>(make: () => Promise<T>) =>
    once(async () => {
      const service = await make();
      context.subscriptions.push(service);
      return service;
    });

  const services: Services = {
    context,
    log,
    language,
    say: sayIn(language),
    trainingSession: owned(async () => {
      const { TrainingSession } = await import('./trainingSession');
      return TrainingSession.open(services);
    }),
    trainingPanel: owned(async () => {
      const { TrainingPanel } = await import('./trainingPanel');
      return new TrainingPanel(services, await services.trainingSession());
    }),
    plotPanels: owned(async () => {
      const { PlotPanels } = await import('./plotPanel');
      return new PlotPanels(services);
    }),
  };
  return services;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

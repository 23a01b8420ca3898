/** What commands work with: the services, and the parts of the host that are loaded when first asked for. */
import type { InspectorFeatures } from './inspector/inspectorFeatures';
import type { Monitor } from './monitor/monitor';
import type { PlotPanels } from './plotPanel';
import type { Services } from './services';
import type { TrainingPanel } from './trainingPanel';
import type { TrainingSession } from './trainingSession';

export interface Features extends Services, InspectorFeatures {
  readonly trainingSession: () => Promise<TrainingSession>;
  readonly trainingPanel: () => Promise<TrainingPanel>;
  readonly monitor: () => Promise<Monitor>;
  readonly plotPanels: () => Promise<PlotPanels>;
  /** Resolves when the port is closed and the last lines of a recording are in their file. */
  readonly end: () => Promise<void>;
}

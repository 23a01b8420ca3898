/** What the page knows and what the person has chosen: the parts draw from it, and tell it of choices. */
import type { MonitorNotice, MonitorState } from '../../src/protocol/monitorPage';
import type {
  FiredTrigger,
  PlotFrame,
  SourceDescription,
  StreamStatus,
} from '../../src/protocol/streamWorker';

export interface MonitorModel {
  status: StreamStatus;
  source: SourceDescription | undefined;
  notices: readonly MonitorNotice[];
  fired: readonly FiredTrigger[];
  state: MonitorState;
  frame: PlotFrame | undefined;
}

const keptNotices = 50;

export function createModel(state: MonitorState): MonitorModel {
  const { status, source, notices, fired } = state;
  return { status, source, notices, fired, state, frame: undefined };
}

/** Points of a frame that repeats the picture are those of the frame before. */
export function takeFrame(model: MonitorModel, frame: PlotFrame): void {
  const before = model.frame;
  const points = frame.points ?? (before?.session === frame.session ? before.points : undefined);
  model.frame = { ...frame, points };
}

export function takeNotice(model: MonitorModel, notice: MonitorNotice): void {
  model.notices = [...model.notices, notice].slice(-keptNotices);
}

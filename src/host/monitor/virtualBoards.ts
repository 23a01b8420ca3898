/** The boards that are built in: what they are called, and how they are opened. */
import type { SourceDescription, VirtualBoardName } from '../../protocol/streamWorker';
import { sentence, type Sentence } from '../../../l10n/sentences';

type VirtualSource = Extract<SourceDescription, { readonly kind: 'virtual' }>;

interface VirtualBoard {
  readonly title: Sentence;
  readonly about: Sentence;
  readonly linesPerSecond: number;
}

const boards: Readonly<Record<VirtualBoardName, VirtualBoard>> = {
  sine: {
    title: sentence('monitorHost.virtual.sine'),
    about: sentence('monitorHost.virtual.sineAbout'),
    linesPerSecond: 100,
  },
  model: {
    title: sentence('monitorHost.virtual.model'),
    about: sentence('monitorHost.virtual.modelAbout'),
    linesPerSecond: 100,
  },
  gestures: {
    title: sentence('monitorHost.virtual.gestures'),
    about: sentence('monitorHost.virtual.gesturesAbout'),
    linesPerSecond: 100,
  },
  noise: {
    title: sentence('monitorHost.virtual.noise'),
    about: sentence('monitorHost.virtual.noiseAbout'),
    linesPerSecond: 200,
  },
  faults: {
    title: sentence('monitorHost.virtual.faults'),
    about: sentence('monitorHost.virtual.faultsAbout'),
    linesPerSecond: 50,
  },
};

export const virtualBoardNames: readonly VirtualBoardName[] = [
  'sine',
  'model',
  'gestures',
  'noise',
  'faults',
];

export function isVirtualBoardName(name: unknown): name is VirtualBoardName {
  return virtualBoardNames.some((known) => known === name);
}

export function virtualBoardText(board: VirtualBoardName): Pick<VirtualBoard, 'title' | 'about'> {
  return boards[board];
}

/** @param samples what the board `model` prints, where a model was trained */
export function virtualBoard(board: VirtualBoardName, samples?: VirtualSource['samples']): VirtualSource {
  const { linesPerSecond } = boards[board];
  return { kind: 'virtual', board, seed: 42, linesPerSecond, ...(samples && { samples }) };
}

/** The note of the recording under way, in the workspace's memory: it outlives the window, and says what was interrupted. */
export interface RecordingNote {
  /** Where the worker writes, as a URI. */
  readonly folder: string;
  readonly baseName: string;
  /** The files are only parked there. */
  readonly isParked: boolean;
}

export const recordingNoteKey = 'tinyml.monitor.recording';

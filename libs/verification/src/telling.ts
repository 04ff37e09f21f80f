import type { OnFinding } from './finding.ts';

/** How far a verification has come. */
export interface Progress {
  /** What is being looked at. */
  readonly what: string;
  /** Events or streams of it so far. */
  readonly done: number;
}

export type OnProgress = (progress: Progress) => void;

/** Who hears what a verification meets on its way. */
export interface Telling {
  readonly onFinding: OnFinding;
  /** What is no fault and should be known all the same. */
  readonly onNotice: (notice: string) => void;
  readonly onProgress: OnProgress;
}

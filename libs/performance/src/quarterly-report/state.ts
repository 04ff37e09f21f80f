import type { QuarterlyReportDated } from './date.ts';
import type { QuarterlyReportEvent } from './events.ts';
import type { ProjectStatusReported } from './status.ts';

/** What decisions about a report need to know of its past. */
export interface QuarterlyReportState {
  dated?: QuarterlyReportDated['data'];
  /** The last status per project. */
  readonly statuses: Map<string, ProjectStatusReported['data']>;
  /** How often it was published. */
  editions: number;
}

export const initialReport = (): QuarterlyReportState => ({ statuses: new Map(), editions: 0 });

export function evolveReport(state: QuarterlyReportState, event: QuarterlyReportEvent): QuarterlyReportState {
  if (event.type === 'QuarterlyReportDated') state.dated = event.data;
  else if (event.type === 'ProjectStatusReported') state.statuses.set(event.data.project, event.data);
  else state.editions += 1;
  return state;
}

import { QuarterlyReportDated } from './date.ts';
import { ProjectStatusReported } from './status.ts';

/** Every event of a quarterly report, in the order of its life. */
export const quarterlyReportEvents = [QuarterlyReportDated, ProjectStatusReported] as const;

export type QuarterlyReportEvent = QuarterlyReportDated | ProjectStatusReported;

import { QuarterlyReportDated } from './date.ts';
import { ReportPublished } from './publish.ts';
import { ProjectStatusReported } from './status.ts';

/** Every event of a quarterly report, in the order of its life. */
export const quarterlyReportEvents = [QuarterlyReportDated, ProjectStatusReported, ReportPublished] as const;

export type QuarterlyReportEvent = QuarterlyReportDated | ProjectStatusReported | ReportPublished;

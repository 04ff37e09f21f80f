import type { DateReport } from './date.ts';
import type { PublishReport } from './publish.ts';
import type { ReportStatus } from './status.ts';

/** All that can be asked of a quarterly report. */
export type QuarterlyReportCommand = DateReport | ReportStatus | PublishReport;

import { type CivilDate, defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';

export const PROJECT_STATUSES = ['achieved', 'on_plan', 'late', 'not_started'] as const;
/** Status of a project as the report gives it; a judgement of people. */
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** Gives the status of one project in the report. A second one replaces the first and needs a reason. */
export interface ReportStatus {
  readonly type: 'report-status';
  readonly project: string;
  readonly status: ProjectStatus;
  /** The line as published. */
  readonly text?: string | undefined;
  /** How many items the line names as done. */
  readonly achievedItems?: number | undefined;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const ProjectStatusReported = defineEvent({
  type: 'ProjectStatusReported',
  version: 1,
  category: 'quarterlyreport',
  when: 'A report gives the status of a project; the last one counts, from the second on with a reason in the metadata.',
  data: z.strictObject({
    project: fields.code('Project code'),
    status: z.enum(PROJECT_STATUSES).meta({ description: 'Status that the report gives' }),
    text: fields.text('The status line as published', 2000).optional(),
    achievedItems: z
      .int()
      .min(0)
      .meta({ description: 'Items that the line names as done', unit: 'items' })
      .optional(),
  }),
});
export type ProjectStatusReported = EventOf<typeof ProjectStatusReported>;

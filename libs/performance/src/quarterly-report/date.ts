import { type CivilDate, defineEvent, type EventOf, fields, type Quarter } from '#kernel';
import { z } from 'zod';

/** Enters a published quarterly report and the day that its figures stand for. */
export interface DateReport {
  readonly type: 'date-report';
  readonly organisation: string;
  readonly fiscalYear: number;
  /** Code of the report, unique in the organisation and fiscal year. */
  readonly report: string;
  readonly quarter: Quarter;
  readonly asOf: string;
  readonly title?: string | undefined;
  /** Digest of the source files, so that the source can be recognised. */
  readonly sourceDigest?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const QuarterlyReportDated = defineEvent({
  type: 'QuarterlyReportDated',
  version: 1,
  category: 'quarterlyreport',
  when: 'A quarterly report is entered with its date; the first event of its stream.',
  data: z.strictObject({
    organisation: fields.code('Organisation that reports'),
    fiscalYear: fields.fiscalYear(),
    report: fields.code('Code of the report, unique in the organisation and fiscal year'),
    quarter: fields.quarter('Quarter that the report closes with'),
    asOf: fields.date('Day that the figures stand for'),
    title: fields.text('Title of the report', 500).optional(),
    sourceDigest: fields.text('Digest of the source of the report', 200).optional(),
  }),
});
export type QuarterlyReportDated = EventOf<typeof QuarterlyReportDated>;

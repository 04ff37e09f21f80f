import { z } from 'zod';
import { baht, civilDay, localMoment, position, provenanceAnswer } from '../http/shared.answers.ts';
import { optionalFigures } from './figures.answers.ts';

/** What the reports answer that the pages read. */

const quarter = z.enum(['Q1', 'Q2', 'Q3', 'Q4']);
const footnotes = z.array(z.string());

/** Plan against actual: a row per project and `TOTAL`; by quarter a row per project and quarter. */
export const quarterlyAnswer = z.strictObject({
  schema: z.literal('obligo.report.quarterly/1'),
  ...provenanceAnswer,
  unit: z.literal('million baht'),
  rows: z.array(
    z.strictObject({
      project_code: z.string(),
      quarter: z.union([quarter, z.literal('TOTAL')]).optional(),
      ...optionalFigures(['budget', 'plan', 'spent', 'disbursed', 'committed', 'available'] as const),
    }),
  ),
  footnotes,
});

const STATUS_FIGURES = [
  'estimated',
  'original',
  'supplements',
  'cuts',
  'transfers',
  'brought_forward',
  'carried_forward',
  'returned',
  'lapsed',
  'current',
  'released',
  'pre_committed',
  'committed',
  'accepted',
  'disbursed',
  'advances',
  'available',
] as const;

/** Every line under its project, then the same money by fund source and category, and the total. */
export const budgetStatusAnswer = z.strictObject({
  schema: z.literal('obligo.report.budget-status/1'),
  ...provenanceAnswer,
  unit: z.literal('million baht'),
  rows: z.array(
    z.strictObject({
      level: z.enum(['line', 'project', 'fund-source', 'category', 'organisation']),
      project_code: z.string().optional(),
      fund_source: z.string().optional(),
      category: z.string().optional(),
      ...optionalFigures(STATUS_FIGURES),
    }),
  ),
  footnotes,
});

const aged = z.strictObject({
  level: z.enum(['document', 'bucket', 'total']),
  stage: z.enum(['commitment', 'acceptance']),
  bucket: z.string(),
  project_code: z.string(),
  document: z.string().optional(),
  item: z.string().optional(),
  fund_source: z.string().optional(),
  category: z.string().optional(),
  made_on: civilDay.optional(),
  due_on: civilDay.optional(),
  age_days: z.string().optional(),
  overdue_days: z.string().optional(),
  documents: z.string().optional(),
  outstanding: baht,
  counterparty: z.string().optional(),
  description: z.string().optional(),
});

/** Open documents with their age, then what each age comes to. */
export const ageingAnswer = z.strictObject({
  schema: z.literal('obligo.report.ageing/1'),
  ...provenanceAnswer,
  unit: z.literal('baht'),
  rows: z.array(aged),
  footnotes,
});

const publishedReport = z.strictObject({
  organisation: z.string(),
  fiscalYear: z.int(),
  report: z.string(),
  quarter,
  asOf: civilDay,
  title: z.string().nullable(),
});

/** What each quarterly report says of the projects. */
export const statusAnswer = z.strictObject({
  schema: z.literal('obligo.report.status/1'),
  ...provenanceAnswer,
  reports: z.array(publishedReport),
  rows: z.array(
    z.strictObject({
      report: z.string(),
      project_code: z.string(),
      status: z.enum(['achieved', 'on_plan', 'not_started', 'late']),
      shape: z.string(),
      achieved_items: z.string().optional(),
      text: z.string().optional(),
      position: position.meta({ description: 'Where the log says so' }),
      recorded_by: z.string(),
      booked_at: localMoment,
    }),
  ),
});

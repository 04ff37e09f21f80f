import { z } from 'zod';
import {
  baht,
  civilDay,
  localMoment,
  millionBaht,
  position,
  provenanceAnswer,
} from '../http/shared.answers.ts';
import { optionalFigures } from './figures.answers.ts';

const quarter = z.enum(['Q1', 'Q2', 'Q3', 'Q4']);

const COURSE_FIGURES = [
  'plan',
  'spent',
  'disbursed',
  'committed',
  'plan_to_date',
  'spent_to_date',
  'disbursed_to_date',
  'committed_to_date',
] as const;

/** How a year went: a row per month, then a row per quarter. */
export const courseAnswer = z.strictObject({
  schema: z.literal('obligo.report.course/1'),
  ...provenanceAnswer,
  unit: z.literal('million baht'),
  cut: civilDay.meta({ description: 'Of what begins after this day nothing is known yet' }),
  rows: z.array(
    z.strictObject({
      level: z.enum(['month', 'quarter']),
      quarter: z.enum(['Q1', 'Q2', 'Q3', 'Q4', 'after']),
      month: z.string().optional(),
      ...optionalFigures(COURSE_FIGURES),
    }),
  ),
  footnotes: z.array(z.string()),
});

/** The cells of which a published report said something else. */
export const restatedCellsAnswer = z.strictObject({
  schema: z.literal('obligo.report.restated-cells/1'),
  ...provenanceAnswer,
  unit: z.literal('million baht'),
  rows: z.array(
    z.strictObject({
      project_code: z.string(),
      quarter: z.union([quarter, z.literal('TOTAL')]).optional(),
      measure: z.string(),
      ...{ from: baht.nullable(), to: baht.nullable(), change: baht },
      ...{ from_m: millionBaht.nullable(), to_m: millionBaht.nullable(), change_m: millionBaht },
      report: z.string(),
      as_of: civilDay,
      position,
      since_last_report: z.boolean(),
      changed_by: z.strictObject({ position, booked_at: localMoment }).nullable(),
    }),
  ),
});

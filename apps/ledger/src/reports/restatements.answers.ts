import { z } from 'zod';
import {
  baht,
  civilDay,
  eventFacts,
  knownAtAnswer,
  millionBaht,
  position,
  provenanceAnswer,
} from '../http/shared.answers.ts';

const restatedFigures = {
  project_code: z.string(),
  quarter: z.enum(['Q1', 'Q2', 'Q3', 'Q4', 'TOTAL']).optional(),
  measure: z.string(),
  published_m: millionBaht.nullable(),
  now_m: millionBaht.nullable(),
  difference_m: millionBaht,
};

const movedBy = z.strictObject({
  ...eventFacts,
  ...{ movement: baht, movement_m: millionBaht, running: baht, running_m: millionBaht },
});

const traced = (subject: 'kpi_code' | 'project_code') =>
  z.strictObject({
    ...({ [subject]: z.string() } as Record<typeof subject, z.ZodString>),
    quarter: z.string(),
    column: z.string(),
    published: z.string().nullable(),
    now: z.string().nullable(),
    events: z.array(
      z.strictObject({ ...eventFacts, before: z.string().nullable(), after: z.string().nullable() }),
    ),
  });

/** What the published reports of a year said, what they say now, and why. */
export const restatementsAnswer = z.strictObject({
  schema: z.literal('obligo.report.restatements/1'),
  ...provenanceAnswer,
  unit: z.literal('million baht'),
  to: knownAtAnswer,
  restated: z.int(),
  reports: z.array(
    z.strictObject({
      report: z.string(),
      quarter: z.enum(['Q1', 'Q2', 'Q3', 'Q4']),
      title: z.string().nullable(),
      asOf: civilDay,
      position,
      cells: z.array(z.strictObject({ ...restatedFigures, events: z.array(movedBy) })),
      totals: z.array(z.strictObject(restatedFigures)),
      kpis: z.array(traced('kpi_code')),
      statuses: z.array(traced('project_code')),
    }),
  ),
});

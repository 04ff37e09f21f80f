import { z } from 'zod';
import {
  baht,
  eventFacts,
  localMoment,
  millionBaht,
  position,
  provenanceAnswer,
} from '../http/shared.answers.ts';

const explainedEvent = z.strictObject({
  ...eventFacts,
  movement: baht,
  movement_m: millionBaht,
  running: baht,
  running_m: millionBaht,
});

const explainedCell = z.strictObject({
  project_code: z.string().meta({ description: 'TOTAL for all projects together' }),
  fund_source: z.string().optional(),
  category: z.string().optional(),
  quarter: z.enum(['Q1', 'Q2', 'Q3', 'Q4', 'after']).optional(),
  month: z.string().optional(),
  document: z.string().optional(),
  stage: z.string().optional(),
  item: z.string().optional(),
  measure: z.string(),
  basis: z.enum(['quarter', 'cumulative', 'document']),
});

const explainedPart = z.strictObject({
  measure: z.string(),
  sign: z.int().meta({ description: '1 or -1' }),
  value: baht,
  value_m: millionBaht,
});

const earlierValue = z.strictObject({
  position,
  booked_at: localMoment.nullable(),
  value: baht,
  value_m: millionBaht,
  said_by: z.array(z.string()).meta({ description: 'Published reports that said so' }),
});

/** One figure with its events, its parts, its earlier values, and how it differs from now. */
export const explainAnswer = z.strictObject({
  schema: z.literal('obligo.explain/1'),
  ...provenanceAnswer,
  cell: explainedCell,
  formula: z.string(),
  parts: z.array(explainedPart).meta({ description: 'The figures that it is the sum of' }),
  to_date: baht.optional(),
  to_date_m: millionBaht.optional(),
  value: baht,
  value_m: millionBaht,
  opening: baht,
  closing: baht,
  events: z.array(explainedEvent),
  next: z.strictObject({ after: position }).nullable(),
  history: z.array(earlierValue).meta({ description: 'What it was from which position on, newest first' }),
  now: z
    .strictObject({
      position,
      value: baht,
      value_m: millionBaht,
      difference: baht,
      difference_m: millionBaht,
    })
    .nullable()
    .meta({ description: 'What it is now, where known-at lies in the past' }),
  command: z.string().meta({ description: 'The command that prints the same figure' }),
});

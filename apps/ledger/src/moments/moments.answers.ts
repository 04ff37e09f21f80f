import { z } from 'zod';
import { civilDay, knownAtAnswer, localMoment, position, provenanceAnswer } from '../http/shared.answers.ts';

/** What answers about moments hold. */

export const MOMENT_KINDS = [
  'published',
  'report',
  'period-closed',
  'period-soft-closed',
  'period-reopened',
] as const;

const moment = z.strictObject({
  kind: z.enum(MOMENT_KINDS),
  code: z.string().meta({ description: 'Number of the publication, code of the report, or the period' }),
  title: z.string().nullable(),
  quarter: z.enum(['Q1', 'Q2', 'Q3', 'Q4']).nullable(),
  day: civilDay.meta({ description: 'The day that a report stands for; else that of the booking' }),
  position: position.meta({ description: 'What was known then: everything up to here' }),
  bookedAt: localMoment.nullable().meta({ description: 'When the last event known then was booked' }),
  happenedAt: localMoment.meta({ description: 'When it was entered, published or closed' }),
  actor: z.string(),
});

export const momentsAnswer = z.strictObject({
  schema: z.literal('obligo.moments/1'),
  ...provenanceAnswer,
  moments: z.array(moment).meta({ description: 'Newest first' }),
});

export const momentAnswer = z.strictObject({
  schema: z.literal('obligo.moment/1'),
  organisation: z.string(),
  knownAt: knownAtAnswer,
  isNow: z.boolean().meta({ description: 'Nothing was recorded since' }),
  head: position.meta({ description: 'The last place in the log; 0 for an empty one' }),
});

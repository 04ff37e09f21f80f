import { z } from 'zod';

/** A refused posting as it is listed. */
const attempt = z.strictObject({
  attempt: z.string().meta({ description: 'Number of the attempt' }),
  at: z.iso.datetime().meta({ description: 'Moment in UTC' }),
  who: z.string(),
  operation: z.string().meta({ description: 'As the API names it' }),
  organisation: z.string().optional(),
  fiscalYear: z.string().optional(),
  project: z.string().optional(),
  path: z.string(),
  idempotencyKey: z.string().optional(),
  status: z.int(),
  code: z.string().meta({ description: 'Code of the refusal' }),
  message: z.string(),
  shortfall: z.string().optional().meta({ description: 'What was missing, in baht' }),
  body: z.string().meta({ description: 'What was asked, as JSON; cut where it is long' }),
});

export const attemptsAnswer = z.strictObject({
  schema: z.literal('obligo.attempts/1'),
  of: z.enum(['all', 'own']).meta({ description: 'Auditors see all attempts, everybody else their own' }),
  keptForDays: z.int(),
  rows: z.array(attempt),
  next: z.strictObject({ before: z.string() }).nullable(),
});

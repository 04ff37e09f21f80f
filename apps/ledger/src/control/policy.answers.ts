import { z } from 'zod';
import { policySchema } from '#control';

/** Policy, duties and periods as they governed postings. */

const day = z.iso.date().meta({ description: 'Day' });

/** The moment of knowledge that was asked for, and what it resolved to. */
export const toldKnownAt = z.strictObject({
  asked: z.string(),
  position: z.string(),
  bookedAt: z.string().nullable(),
});

const duty = z.strictObject({
  duty: z.string(),
  holder: z.string(),
  first: day.optional(),
  last: day.optional(),
  upTo: z.string().optional().meta({ description: 'Largest amount', unit: 'baht' }),
});

const delegation = z.strictObject({
  duty: z.string(),
  from: z.string(),
  to: z.string(),
  first: day,
  last: day,
});

export const policyAnswer = z.strictObject({
  schema: z.literal('obligo.policy/1'),
  organisation: z.string(),
  knownAt: toldKnownAt,
  effectiveTo: day.optional(),
  version: z.int().meta({ description: 'Number of the policy; 0 until one is set' }),
  policy: policySchema,
  defaults: policySchema.meta({ description: 'What counts for each setting that no policy says' }),
  duties: z.array(duty),
  delegations: z.array(delegation),
});

export const periodsAnswer = z.strictObject({
  schema: z.literal('obligo.periods/1'),
  organisation: z.string(),
  knownAt: toldKnownAt,
  effectiveTo: day.optional(),
  fiscalYear: z.int(),
  months: z
    .array(z.strictObject({ month: z.string(), status: z.enum(['soft-closed', 'closed']) }))
    .meta({ description: 'Those that are not open' }),
});

import { z } from 'zod';
import { policySchema } from '#control';

/** What of a year would have been refused under other rules. */
export const reRunAnswer = z.strictObject({
  schema: z.literal('obligo.re-run/1'),
  query: z.record(z.string(), z.unknown()),
  knownAt: z.strictObject({ asked: z.string(), position: z.string(), bookedAt: z.string().nullable() }),
  projection: z.strictObject({ name: z.string(), version: z.int() }),
  decisions: z.int().meta({ description: 'How many were taken again' }),
  refused: z.int(),
  truncated: z.boolean().meta({ description: 'Only the first are listed' }),
  policy: policySchema.meta({ description: 'The policy that was tried' }),
  notReplayed: z
    .array(z.string())
    .meta({ description: 'Proposed settings that a re-run does not try: nothing is said about them' }),
  rows: z.array(
    z.strictObject({
      project: z.string(),
      position: z.string(),
      bookedOn: z.iso.date(),
      effectiveOn: z.iso.date(),
      type: z.string(),
      document: z.string().optional(),
      actor: z.string(),
      code: z.string(),
      message: z.string(),
      shortBy: z.string().optional().meta({ description: 'By how much it falls short', unit: 'baht' }),
      follows: z
        .boolean()
        .meta({ description: 'Only because a document that it stands on would not be there' }),
    }),
  ),
});

import { z } from 'zod';
import { HAPPENINGS } from '#identities';
import { instant } from './shared.answers.ts';

/** What concerned accounts. */
export const happeningsAnswer = z.strictObject({
  schema: z.literal('obligo.happenings/1'),
  rows: z.array(
    z.strictObject({
      number: z.int(),
      at: instant,
      kind: z.enum(HAPPENINGS),
      name: z.string(),
      by: z.string(),
      address: z.string().optional(),
    }),
  ),
});

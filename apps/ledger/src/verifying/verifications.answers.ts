import { z } from 'zod';
import { verificationRunSchema } from '#verification';
import { position } from '../http/shared.answers.ts';

/** What verifications of the ledger by itself came to. */

const underway = z
  .strictObject({
    startedAt: z.iso.datetime(),
    what: z.string().nullable().meta({ description: 'What is being looked at' }),
    done: z.int().meta({ description: 'Events or streams of it so far' }),
  })
  .meta({ description: 'The verification that is under way' });

export const verificationsAnswer = z.strictObject({
  schema: z.literal('obligo.verifications/1'),
  rows: z.array(verificationRunSchema).meta({ description: 'The newest first' }),
  next: z.strictObject({ before: z.string() }).nullable(),
});

export const verificationAnswer = z.strictObject({
  schema: z.literal('obligo.verification-begun/1'),
  underway,
});

/** What every page says of it: nothing of what the ledger holds. */
export const latestVerificationAnswer = z.strictObject({
  schema: z.literal('obligo.verified/1'),
  head: position.nullable().meta({ description: 'The last place of the log now' }),
  verified: z
    .strictObject({
      position,
      events: z.int(),
      proven: z.int().meta({ description: 'Of them: events that a signed checkpoint vouches for' }),
      endedAt: z.iso.datetime(),
      verifier: z.string(),
    })
    .nullable()
    .meta({ description: 'The last verification that found nothing wrong' }),
  latest: z
    .strictObject({
      number: z.int(),
      outcome: z.enum(['sound', 'findings', 'failed']),
      findingCount: z.int(),
      endedAt: z.iso.datetime(),
    })
    .nullable()
    .meta({ description: 'The last verification, whatever it found' }),
  isStale: z.boolean().meta({ description: 'Longer ago than it should be' }),
  underway: underway.nullable(),
});

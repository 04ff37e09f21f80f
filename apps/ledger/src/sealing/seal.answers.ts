import { z } from 'zod';
import { sealStatus } from '../operations/operations.answers.ts';

/** Checkpoints, keys, and how the sealing stands. */

export const sealAnswer = z.strictObject({ schema: z.literal('obligo.seal/1'), ...sealStatus.shape });

const checkpoint = z.strictObject({
  number: z.int(),
  size: z.int().meta({ description: 'Events of the log that it seals' }),
  accessSize: z.int().meta({ description: 'Events of the log of the rule table that it seals' }),
  time: z.iso.datetime(),
  note: z.string().meta({ description: 'The signed note (C2SP tlog-checkpoint)' }),
});

export const checkpointsAnswer = z.strictObject({
  schema: z.literal('obligo.checkpoints/1'),
  origin: z.string().nullable(),
  checkpoints: z.array(checkpoint),
  next: z.strictObject({ after: z.string() }).nullable(),
});

export const verifierKeysAnswer = z.strictObject({
  schema: z.literal('obligo.verifier-keys/1'),
  origin: z.string().nullable(),
  keys: z.array(
    z.strictObject({
      key: z.string().meta({ description: 'Public key in its text form' }),
      keyId: z.string(),
      since: z.iso.datetime(),
      until: z.iso.datetime().nullable(),
      ended: z.enum(['rotated', 'lost']).nullable(),
    }),
  ),
});

export const consistencyAnswer = z.strictObject({
  schema: z.literal('obligo.consistency/1'),
  log: z.enum(['ledger', 'access']),
  from: z.int(),
  to: z.int(),
  proof: z.array(z.string()).meta({ description: 'Hashes, base64 (RFC 6962, 2.1.2)' }),
});

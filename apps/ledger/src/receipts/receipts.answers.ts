import { z } from 'zod';

/** Proof that a posting is in the log. */

const includedEvent = z.strictObject({
  index: z.int().meta({ description: 'Place in the log, from 0' }),
  event: z.strictObject({
    stream: z.string(),
    revision: z.int(),
    id: z.string(),
    type: z.string(),
    schemaVersion: z.int(),
    effectiveOn: z.string(),
    recordedAt: z.string(),
    bookedAt: z.string(),
    data: z.string().meta({ description: 'The very bytes as stored, base64' }),
    metadata: z.string().meta({ description: 'The very bytes as stored, base64' }),
  }),
  proof: z.array(z.string()).meta({ description: 'Hashes of the inclusion proof, base64 (RFC 6962, 2.1.1)' }),
});

export const receiptAnswer = z.strictObject({
  schema: z.literal('obligo.inclusion-receipt/1'),
  events: z.array(includedEvent),
  checkpoint: z.string().meta({ description: 'The signed note (C2SP tlog-checkpoint)' }),
  keys: z.array(z.string()).meta({ description: 'Public keys that signed it' }),
});

export const logRootsAnswer = z.strictObject({
  schema: z.literal('obligo.log-roots/1'),
  roots: z.array(
    z.strictObject({ events: z.int(), root: z.string().nullable(), position: z.string().nullable() }),
  ),
});

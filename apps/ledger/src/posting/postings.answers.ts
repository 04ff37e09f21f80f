import { evidenceForm } from '#kernel';
import { z } from 'zod';
import { baht, civilDay, line, localMoment, position } from '../http/shared.answers.ts';

/** What a recorded posting says of itself. */

const evidence = z.array(evidenceForm);

const postedEvent = z.strictObject({
  position,
  id: z.string(),
  type: z.string(),
  stream: z.string(),
  effectiveOn: civilDay,
  digest: z.string().meta({ description: 'SHA-256 of the event (docs/audit-trail-format.md)' }),
  data: z.record(z.string(), z.unknown()),
  reverses: position.nullable().meta({ description: 'The event that it takes back' }),
  reversedBy: position.nullable().meta({ description: 'The event that took it back' }),
});

const remark = z.strictObject({
  position,
  at: localMoment,
  actor: z.string(),
  text: z.string().optional(),
  evidence: evidence.optional(),
});

const moved = z.strictObject({
  fiscalYear: z.int(),
  project: z.string(),
  line,
  before: baht.meta({ description: 'Available before it, in baht' }),
  after: baht.meta({ description: 'Available after it, in baht' }),
});

export const postingAnswer = z.strictObject({
  schema: z.literal('obligo.posting/1'),
  number: position.meta({ description: 'Number of the posting: the position of its last event' }),
  organisation: z.string(),
  command: z.string().meta({ description: 'Identity of the command that its events share' }),
  commands: z
    .array(z.record(z.string(), z.unknown()))
    .meta({ description: 'What was asked, one for each decision; amounts in baht' }),
  posts: z.array(z.string()).meta({ description: 'The same as `category/command`' }),
  fiscalYear: z.int().nullable(),
  project: z.string().nullable(),
  amount: baht.nullable().meta({ description: 'What was asked for in baht, where it is about an amount' }),
  effectiveOn: civilDay,
  recordedAt: localMoment,
  bookedAt: localMoment,
  imported: z.boolean(),
  actor: z.string(),
  onBehalfOf: z.string().nullable().meta({ description: 'Who made the document that the author released' }),
  reason: z.string().nullable(),
  source: z.string().nullable(),
  approval: z.string().nullable().meta({ description: 'Number of the document that waited for approval' }),
  evidence,
  available: z.array(moved),
  events: z.array(postedEvent).meta({ description: 'Its events in the order of the log' }),
  more: z.boolean().meta({ description: 'It has more events than are listed' }),
  remarks: z.array(remark),
  receiptUrl: z.string(),
});

import { z } from 'zod';
import { baht, civilDay, localMoment, position, provenanceAnswer } from '../http/shared.answers.ts';

/** What the journal and its events answer. */

const text = z.string().optional();

/** An event as the journal lists it; what it does not have is absent. */
export const journalRow = z.strictObject({
  position,
  booked_at: localMoment,
  effective_on: civilDay,
  type: z.string(),
  fiscal_year: text,
  project_code: text,
  document: text,
  amount: baht.optional().meta({ description: 'Baht, as written in the event' }),
  actor: z.string(),
  reason: text,
  source: text,
  recorded_at: z.iso.datetime(),
  event_id: z.string(),
  stream: z.string(),
  item: text.meta({ description: 'Line of the document' }),
  counterparty: text,
  description: text,
  imported: z.literal('yes').optional().meta({ description: 'Taken over from elsewhere' }),
  reverses: position.optional().meta({ description: 'The event that it takes back' }),
  reversed_by: position.optional().meta({ description: 'The event that takes it back, where that is known' }),
});

const cursor = z
  .strictObject({ after: position.optional(), before: position.optional() })
  .meta({ description: 'What to ask with for the next rows in this direction' });

export const journalAnswer = z.strictObject({
  schema: z.literal('obligo.journal/1'),
  ...provenanceAnswer,
  rows: z.array(journalRow),
  next: cursor.nullable(),
  previous: cursor.nullable(),
  reached: position
    .nullable()
    .meta({ description: 'Where the search was broken off, since it took too long; `next` goes on there' }),
});

export const journalSummaryAnswer = z.strictObject({
  schema: z.literal('obligo.journal-summary/1'),
  ...provenanceAnswer,
  count: z.strictObject({
    rows: z.int().meta({ description: 'Events that were counted' }),
    isWhole: z.boolean().meta({ description: 'False when there are more than these' }),
  }),
  amount: baht
    .nullable()
    .meta({ description: 'What the amounts come to; nothing where not all were counted' }),
  byType: z.array(z.strictObject({ type: z.string(), rows: z.int(), amount: baht })),
  excluding: z
    .strictObject({
      criterion: z.string().meta({ description: 'The part of the filter' }),
      rows: z.int().meta({ description: 'Events that are found without it' }),
      isWhole: z.boolean(),
    })
    .nullable()
    .meta({ description: 'Where nothing is found: the part of the filter without which most would be' }),
});

/** An event with its envelope; `stored` holds the very bytes as text. */
export const eventAnswer = z.strictObject({
  schema: z.literal('obligo.event/1'),
  id: z.string(),
  stream: z.string(),
  revision: z.string(),
  position,
  type: z.string(),
  schemaVersion: z.int(),
  data: z.record(z.string(), z.unknown()),
  metadata: z.record(z.string(), z.unknown()),
  recordedAt: z.iso.datetime(),
  bookedAt: z.iso.datetime(),
  stored: z.strictObject({ data: z.string(), metadata: z.string() }),
});

const change = z.strictObject({ before: baht, after: baht });

export const eventContextAnswer = z.strictObject({
  schema: z.literal('obligo.event-context/1'),
  ...provenanceAnswer,
  isKnown: z.boolean().meta({ description: 'Whether it was recorded by the moment that is asked about' }),
  row: journalRow.meta({ description: 'As the journal lists it' }),
  digest: z.string().meta({ description: 'SHA-256 of what it says, in hex (docs/audit-trail-format.md)' }),
  posting: z
    .array(z.strictObject({ position, type: z.string(), stream: z.string() }))
    .meta({ description: 'The events that were recorded together with it, itself among them' }),
  moves: z
    .array(
      z.strictObject({
        fundSource: z.string(),
        category: z.string(),
        measure: z.string(),
        ...change.shape,
      }),
    )
    .meta({ description: 'Figures of the lines of its account that it changes' }),
  plan: z
    .array(z.strictObject({ quarter: z.string(), ...change.shape }))
    .meta({ description: 'Quarters of the plan of its account that it changes' }),
  account: z.strictObject({ fiscalYear: z.int(), project: z.string() }).nullable(),
});

import { defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';

/** How much one document may hold: postings, and approvals in a row. */
export const MOST_POSTINGS = 200;
export const MOST_TIERS = 6;

const posting = z.strictObject({
  stream: fields.text('Stream that it goes to', 200),
  command: z.record(z.string(), z.json()).meta({ description: 'What is asked of it, as it was given' }),
  source: fields.text('Document or publication that the fact is taken from', 500).optional(),
});

export const DocumentSubmitted = defineEvent({
  type: 'DocumentSubmitted',
  version: 1,
  category: 'approval',
  when: 'A document is handed in and waits for other eyes; nothing is recorded in the accounts yet.',
  data: z.strictObject({
    number: fields.code('Number of the waiting document, unique in the organisation'),
    maker: fields.code('Who made it'),
    summary: fields.text('What it is about, in words', 500),
    amount: fields.baht('What it comes to'),
    tiers: z
      .array(z.string())
      .min(1)
      .max(MOST_TIERS)
      .meta({ description: 'Duties whose approval it needs, in order' }),
    reserved: z
      .array(
        z.strictObject({
          stream: fields.text('Account that holds the money', 200),
          item: fields.code('Item of the request that bears the number of the document'),
          line: z
            .strictObject({
              fundSource: fields.code('Fund source'),
              category: fields.code('Expenditure category'),
            })
            .meta({ description: 'Line that holds it' }),
          amount: fields.baht('Amount held'),
        }),
      )
      .min(1)
      .optional()
      .meta({ description: 'Requests that hold its money while it waits' }),
    what: z
      .array(posting)
      .min(1)
      .max(MOST_POSTINGS)
      .meta({ description: 'What is recorded when it is approved' }),
  }),
});

export const DocumentApproved = defineEvent({
  type: 'DocumentApproved',
  version: 1,
  category: 'approval',
  when: 'One tier approves a document; with the last one it is recorded in the same append.',
  data: z.strictObject({
    number: fields.code('Number of the waiting document'),
    tier: fields.code('Duty that approves'),
    by: fields.code('Who approves'),
    onBehalfOf: fields.code('Whose duty it is, when it was lent').optional(),
    last: z.boolean().meta({ description: 'Whether nothing more is missing' }),
  }),
});

export const DocumentRefused = defineEvent({
  type: 'DocumentRefused',
  version: 1,
  category: 'approval',
  when: 'A tier refuses a document; the reason stands in the metadata.',
  data: z.strictObject({
    number: fields.code('Number of the waiting document'),
    tier: fields.code('Duty that refuses'),
    by: fields.code('Who refuses'),
    onBehalfOf: fields.code('Whose duty it is, when it was lent').optional(),
  }),
});

export const DocumentWithdrawn = defineEvent({
  type: 'DocumentWithdrawn',
  version: 1,
  category: 'approval',
  when: 'The maker takes a waiting document back.',
  data: z.strictObject({ number: fields.code('Number of the waiting document') }),
});

/** Every event of a document that waits for approval. */
export const approvalEvents = [
  DocumentSubmitted,
  DocumentApproved,
  DocumentRefused,
  DocumentWithdrawn,
] as const;
export type ApprovalEvent = EventOf<(typeof approvalEvents)[number]>;

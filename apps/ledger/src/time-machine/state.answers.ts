import { z } from 'zod';
import { evidenceForm } from '#kernel';
import { baht, civilDay, eventFacts, provenanceAnswer } from '../http/shared.answers.ts';
import { bahtFigures } from '../reports/figures.answers.ts';

/** What a budget account held, line by line, then in all. */
export const accountStateAnswer = z.strictObject({
  schema: z.literal('obligo.account/1'),
  ...provenanceAnswer,
  name: z.string(),
  unit: z.literal('baht'),
  plan: z.partialRecord(z.enum(['Q1', 'Q2', 'Q3', 'Q4']), baht),
  policy: z.strictObject({ version: z.int(), policy: z.record(z.string(), z.unknown()) }),
  rows: z.array(
    z.strictObject({
      fund_source: z.string().meta({ description: 'TOTAL for the whole account' }),
      category: z.string().optional(),
      ...bahtFigures([
        'budget',
        'released',
        'pre_committed',
        'committed',
        'accepted',
        'disbursed',
        'advances',
        'available',
      ] as const),
    }),
  ),
});

const stage = z.enum([
  'request',
  'commitment',
  'acceptance',
  'disbursement',
  'advance',
  'transfer',
  'reservation',
]);

const documentRow = z.strictObject({
  stage,
  project_code: z.string(),
  document: z.string(),
  item: z.string().optional(),
  draws_on: z.string().optional(),
  fund_source: z.string(),
  category: z.string(),
  made_on: civilDay,
  last_moved_on: civilDay,
  due_on: civilDay.optional(),
  ...bahtFigures(['amount', 'accepted', 'used', 'outstanding'] as const),
  counterparty: z.string().optional(),
  description: z.string().optional(),
});

const documentStep = z.strictObject({
  ...eventFacts,
  stage,
  number: z.string(),
  item: z.string().nullable(),
  ...bahtFigures(['amountBy', 'acceptedBy', 'usedBy'] as const),
  approval: z
    .strictObject({ number: z.string(), maker: z.string(), approvers: z.array(z.string()) })
    .nullable(),
  evidence: z.array(evidenceForm),
});

const documentList = z.strictObject({
  schema: z.literal('obligo.documents/1'),
  ...provenanceAnswer,
  unit: z.literal('baht'),
  rows: z.array(documentRow),
  next: z
    .strictObject({ after: z.string() })
    .nullable()
    .optional()
    .meta({ description: 'Only of a page; nothing on the last one' }),
});

const documentLife = z.strictObject({
  schema: z.literal('obligo.document/1'),
  ...provenanceAnswer,
  unit: z.literal('baht'),
  documents: z.array(documentRow),
  steps: z.array(documentStep),
});

/** The documents of an account, or the life of one where a document is named. */
export const documentsAnswer = z.union([documentList, documentLife]);

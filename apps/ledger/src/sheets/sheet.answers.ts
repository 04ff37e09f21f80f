import { SHEET_KINDS } from '#sheets';
import { z } from 'zod';
import { baht, line, localMoment, position } from '../http/shared.answers.ts';

const faultAnswer = z.strictObject({
  column: z.string().meta({ description: 'Key of the column' }),
  code: z.string().meta({ description: 'Code of the refusal' }),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});

const rowAnswer = z.strictObject({
  row: z.int().meta({ description: 'Counts from 1, the first row below the header' }),
  faults: z.array(faultAnswer),
  available: z
    .array(z.strictObject({ project: z.string(), line, before: baht, after: baht }))
    .meta({ description: 'What is available on the touched lines, the rows before counted' }),
});

/** What a sheet would record, row by row, or what it recorded. */
export const sheetAnswer = z.strictObject({
  schema: z.literal('obligo.sheet/1'),
  organisation: z.string(),
  kind: z.enum(SHEET_KINDS),
  dryRun: z.boolean(),
  counts: z.strictObject({ rows: z.int(), faulty: z.int(), faults: z.int() }),
  total: baht
    .nullable()
    .meta({ description: 'Amounts of all rows that could be read; null for kinds without amounts' }),
  rows: z.array(rowAnswer),
  receipt: z
    .strictObject({
      idempotencyKey: z.string(),
      replayed: z.boolean(),
      position,
      recordedAt: z.string(),
      receiptUrl: z.string(),
      events: z.int(),
    })
    .optional()
    .meta({ description: 'Absent on a dry run' }),
});
export type SheetAnswer = z.output<typeof sheetAnswer>;
export type SheetRowAnswer = SheetAnswer['rows'][number];

/** How far a sheet has come that is being posted. */
export const progressAnswer = z.strictObject({
  schema: z.literal('obligo.sheet-progress/1'),
  running: z.boolean(),
  decided: z.int(),
  of: z.int(),
});

/** What was recorded together, and whether it was taken back as one. */
export const postedSheetAnswer = z.strictObject({
  schema: z.literal('obligo.posted-sheet/1'),
  position: position.meta({ description: 'Place of the last event of the sheet' }),
  organisation: z.string(),
  recordedAt: localMoment,
  actor: z.string(),
  documents: z.int().meta({ description: 'Postings that it holds' }),
  reversible: z.boolean().meta({ description: 'Whether all that it holds can be taken back' }),
  reversedAt: position.nullable().meta({ description: 'Where it was taken back' }),
});
export type PostedSheetAnswer = z.output<typeof postedSheetAnswer>;

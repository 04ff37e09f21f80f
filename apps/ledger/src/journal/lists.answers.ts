import { z } from 'zod';
import { civilDay, provenanceAnswer } from '../http/shared.answers.ts';
import { bahtFigures } from '../reports/figures.answers.ts';

/** The projects that have an account in a fiscal year. */
export const accountsAnswer = z.strictObject({
  schema: z.literal('obligo.accounts/1'),
  ...provenanceAnswer,
  rows: z.array(
    z.strictObject({ project_code: z.string(), name: z.string(), name_en: z.string().optional() }),
  ),
});

/** Orders and contracts with what is outstanding of each. */
export const commitmentsAnswer = z.strictObject({
  schema: z.literal('obligo.commitments/1'),
  ...provenanceAnswer,
  unit: z.literal('baht'),
  rows: z.array(
    z.strictObject({
      project_code: z.string(),
      commitment: z.string(),
      item: z.string().optional(),
      fund_source: z.string(),
      category: z.string(),
      made_on: civilDay,
      last_moved_on: civilDay,
      ...bahtFigures(['committed', 'accepted', 'disbursed', 'outstanding'] as const),
      counterparty: z.string().optional(),
      description: z.string().optional(),
    }),
  ),
  next: z.strictObject({ after: z.string() }).nullable(),
});

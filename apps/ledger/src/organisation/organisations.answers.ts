import { z } from 'zod';
import { organisationRow } from '../access/shared.answers.ts';

/** The organisations of the ledger. */
export const organisationsAnswer = z.strictObject({
  schema: z.literal('obligo.organisations/1'),
  organisations: z.array(organisationRow),
});

import { z } from 'zod';
import { limitsSchema, rulesSchema } from '#access';
import { civilDate, instant, roleName } from './shared.answers.ts';

/** The rule table and the roles of everybody. */

export const accessRulesAnswer = z.strictObject({
  schema: z.literal('obligo.access-rules/1'),
  on: civilDate.nullable(),
  knownAt: z.string().nullable(),
  effectiveTo: civilDate.nullable(),
  version: z.int().meta({ description: 'Number of the table; 0 for the one that a ledger begins with' }),
  revision: z.int().meta({ description: 'What a decision names that asked this table' }),
  rules: rulesSchema,
  grants: z.array(
    z.strictObject({
      grant: z.int(),
      subject: z.string(),
      role: roleName,
      limits: limitsSchema.optional(),
      origin: z.enum(['set-up', 'administrator', 'sign-on']),
    }),
  ),
});

export const accessHistoryAnswer = z.strictObject({
  schema: z.literal('obligo.access-history/1'),
  rows: z.array(
    z.strictObject({
      position: z.string(),
      recordedAt: instant,
      by: z.string(),
      reason: z.string().optional(),
      type: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});

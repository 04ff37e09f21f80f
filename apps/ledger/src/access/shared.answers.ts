import { z } from 'zod';
import { limitsSchema, PERMISSIONS, ROLES } from '#access';

/** What answers about accounts share. */

export const instant = z.iso.datetime().meta({ description: 'Moment, UTC' });
export const civilDate = z.iso.date().meta({ description: 'Day' });

/** A role that somebody has, as accounts list it. */
export const givenRole = z.strictObject({
  grant: z.int().meta({ description: 'Number of the grant' }),
  role: z.enum(ROLES),
  limits: limitsSchema,
});

export const permission = z.enum(PERMISSIONS);
export const roleName = z.enum(ROLES);

/** An organisation with the settings that were fixed when it was registered. */
export const organisationRow = z.strictObject({
  organisation: z.string(),
  name: z.string(),
  nameEn: z.string().optional(),
  calendar: z.strictObject({
    startMonth: z.int().min(1).max(12),
    era: z.enum(['BE', 'CE']),
    timeZone: z.string(),
  }),
  currency: z.string(),
  language: z.enum(['th', 'en']),
});

/** What a change of the rule table or of roles recorded. */
export const accessReceiptAnswer = z.strictObject({
  schema: z.literal('obligo.access-receipt/1'),
  organisation: z.string(),
  idempotencyKey: z.string(),
  dryRun: z.boolean(),
  replayed: z.boolean().meta({ description: 'Recorded before; this is its first answer again' }),
  position: z.string().optional(),
  recordedAt: instant.optional(),
  events: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      stream: z.string(),
      effectiveOn: civilDate,
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  outcome: z.unknown().optional(),
});

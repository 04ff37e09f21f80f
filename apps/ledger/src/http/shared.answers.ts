import { z } from 'zod';

/** What answers about the books share. */

export const civilDay = z.iso.date().meta({ description: 'Day' });
export const localMoment = z.iso
  .datetime({ offset: true })
  .meta({ description: 'Moment by the clock of the organisation, with its offset' });
export const position = z.string().meta({ description: 'Place in the log' });
/** An amount in baht: decimal, two places. */
export const baht = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: 'Baht' });
/** An amount in million baht, four places, rounded half-up. */
export const millionBaht = z
  .string()
  .regex(/^-?\d+\.\d{4}$/)
  .meta({ description: 'Million baht' });

/** A moment of knowledge, as asked and as it resolved. */
export const knownAtAnswer = z.strictObject({
  asked: z.string().meta({ description: 'As it was asked; now when nothing was' }),
  position: position.meta({ description: 'Everything up to here is known' }),
  bookedAt: localMoment.nullable().meta({ description: 'When the last known event was booked' }),
});

/** Where a report comes from: its query with every default, the moment, the projection. */
export const provenanceAnswer = {
  query: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  knownAt: knownAtAnswer,
  projection: z.strictObject({ name: z.string(), version: z.int() }),
};

/** What is known of an event behind a figure. */
export const eventFacts = {
  position,
  type: z.string(),
  project: z.string().nullable(),
  document: z.string().nullable(),
  effectiveOn: civilDay,
  bookedAt: localMoment,
  recordedAt: localMoment,
  actor: z.string(),
  reason: z.string().nullable(),
  source: z.string().nullable(),
  eventId: z.string(),
};

export const line = z.strictObject({ fundSource: z.string(), category: z.string() });

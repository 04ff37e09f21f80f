import { z } from 'zod';

/** What the routes of the desk answer. */

const moment = z.iso.datetime().meta({ description: 'Moment in UTC' });

const summary = {
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  revision: z.int().meta({ description: 'To be named by the next change' }),
  createdAt: moment,
  changedAt: moment,
};

export const draftsAnswer = z.strictObject({
  schema: z.literal('obligo.drafts/1'),
  drafts: z.array(z.strictObject(summary)),
});
export const draftAnswer = z.strictObject({
  schema: z.literal('obligo.draft/1'),
  ...summary,
  content: z.string().meta({ description: 'What was typed, in a form of the page' }),
});
export const draftKeptAnswer = z.strictObject({ schema: z.literal('obligo.draft-kept/1'), ...summary });
export const draftRemovedAnswer = z.strictObject({
  schema: z.literal('obligo.draft-removed/1'),
  id: z.string(),
});

/** How somebody wants to see the pages; what is absent was never chosen. */
export const preferencesSchema = z.strictObject({
  language: z.enum(['th', 'en']).optional(),
  unit: z.enum(['million', 'baht']).optional(),
  theme: z.enum(['light', 'dark', 'auto']).optional(),
  time: z.enum(['bangkok', 'utc']).optional(),
  shortcuts: z.boolean().optional().meta({ description: 'Off: no keys but those of every page' }),
});
export const preferencesAnswer = z.strictObject({
  schema: z.literal('obligo.preferences/1'),
  preferences: preferencesSchema,
});

export const visitAnswer = z.strictObject({
  schema: z.literal('obligo.visit/1'),
  last: z
    .strictObject({ at: moment, position: z.string() })
    .nullable()
    .meta({ description: 'The end of the visit before this one; nothing on the first' }),
});

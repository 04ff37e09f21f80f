import { z } from 'zod';

/** Who looked at what. */

const text = z.string().optional();

export const readingsAnswer = z.strictObject({
  schema: z.literal('obligo.readings/1'),
  query: z.strictObject({ since: text, until: text, who: text, route: text, before: text }),
  retention: z.strictObject({
    days: z.int(),
    keptFrom: z.string().nullable().meta({ description: 'From when on the list is whole' }),
  }),
  rows: z.array(
    z.strictObject({
      reading: z.string(),
      at: z.iso.datetime(),
      who: z.string(),
      via: z.string(),
      address: z.string(),
      route: z.string(),
      method: z.string(),
      path: z.string(),
      query: z.string(),
      known_position: text,
      format: text,
      status: z.string(),
      bytes: text,
    }),
  ),
  next: z.strictObject({ before: z.string() }).nullable(),
});

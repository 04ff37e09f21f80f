import { z } from 'zod';

const bilingual = z.strictObject({ th: z.string(), en: z.string() });

/** What the ledger gives out, and what every column means. */
export const openDataAnswer = z.strictObject({
  schema: z.literal('obligo.open-data/1'),
  version: z.string().meta({ description: 'Version of the service' }),
  datasets: z.array(
    z.strictObject({
      id: z.string(),
      path: z.string().meta({ description: 'Address; format=csv or format=json' }),
      name: bilingual,
      needs: z.array(z.enum(['fiscalYear', 'quarter'])),
      fields: z.array(
        z.strictObject({
          key: z.string().meta({ description: 'Name of the column' }),
          kind: z.enum(['text', 'code', 'date', 'time', 'number']),
          unit: z.enum(['million-baht', 'baht', 'percent', 'days', 'count']).optional(),
          meaning: bilingual,
          term: z.string().optional().meta({ description: 'Word of the glossary that says more' }),
        }),
      ),
    }),
  ),
});

/** The glossary. */
export const glossaryAnswer = z.strictObject({
  schema: z.literal('obligo.glossary/1'),
  terms: z.array(
    z.strictObject({
      id: z.string(),
      theme: z.string(),
      name: bilingual,
      meaning: bilingual,
      varies: z.literal(true).optional().meta({ description: 'Rules or organisations differ on it' }),
    }),
  ),
});

import { z } from 'zod';
import {
  baht,
  civilDay,
  eventFacts,
  knownAtAnswer,
  millionBaht,
  provenanceAnswer,
} from '../http/shared.answers.ts';

/** What comparisons of two points hold. */

const point = knownAtAnswer
  .extend({
    effectiveTo: civilDay.optional(),
    events: z.int().optional().meta({ description: 'Events of the log up to here, where it is sealed' }),
    root: z.string().optional().meta({ description: 'Root of the tree over them, base64' }),
  })
  .meta({ description: 'One of the two points' });

const cell = {
  project_code: z.string(),
  quarter: z.string().optional(),
  fund_source: z.string().optional(),
  category: z.string().optional(),
  measure: z.string(),
  from: baht.nullable(),
  to: baht.nullable(),
  change: baht,
  from_m: millionBaht.nullable(),
  to_m: millionBaht.nullable(),
  change_m: millionBaht,
};

const cause = z.strictObject({
  ...eventFacts,
  movement: baht,
  running: baht,
  movement_m: millionBaht,
  running_m: millionBaht,
});

const change = z
  .strictObject({
    place: z.string().meta({ description: 'Row and column, or setting' }),
    from: z.string().nullable(),
    to: z.string().nullable(),
    events: z.array(
      z.strictObject({ ...eventFacts, before: z.string().nullable(), after: z.string().nullable() }),
    ),
  })
  .meta({ description: 'A place that says something else, and the events that led there' });

const base = { schema: z.literal('obligo.diff/1'), ...provenanceAnswer, from: point, to: point };

/** Settings, roles. */
export const changesAnswer = z.strictObject({ ...base, changes: z.array(change) });

/** Figures: cells of money with causes that add up to the change, or places of KPIs. */
export const diffAnswer = z.strictObject({
  ...base,
  cells: z
    .array(z.strictObject({ ...cell, events: z.array(cause) }))
    .optional()
    .meta({ description: 'Of money: cells that differ; the movements of their events add up to the change' }),
  totals: z.array(z.strictObject(cell)).optional().meta({ description: 'Totals that follow from them' }),
  changes: z.array(change).optional().meta({ description: 'Of KPIs: places that differ' }),
});

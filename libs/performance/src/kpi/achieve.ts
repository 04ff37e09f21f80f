import { type CivilDate, defineEvent, type EventOf, fields, type Quarter } from '#kernel';
import { z } from 'zod';

/** Says that the KPI is reached, as a report names it; a judgement of people, not a comparison of figures. */
export interface MarkAchieved {
  readonly type: 'mark-achieved';
  readonly quarter: Quarter;
  readonly note?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const KpiAchieved = defineEvent({
  type: 'KpiAchieved',
  version: 1,
  category: 'kpi',
  when: 'A report names the KPI as achieved; once per KPI.',
  data: z.strictObject({
    quarter: fields.quarter('Quarter in which it was achieved'),
    note: fields.text('How the report puts it', 2000).optional(),
  }),
});
export type KpiAchieved = EventOf<typeof KpiAchieved>;

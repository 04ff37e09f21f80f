import { type CivilDate, defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';
import { resultContent, type ResultContent } from './result.ts';

/** Records what a quarter brought. At least a value, a text or a narrative. */
export interface RecordResult extends ResultContent {
  readonly type: 'record-result';
  /** Number of the result, unique in the KPI. */
  readonly result: string;
  readonly effectiveOn: CivilDate;
}

export const KpiResultRecorded = defineEvent({
  type: 'KpiResultRecorded',
  version: 1,
  category: 'kpi',
  when: 'A result of a KPI is recorded for a quarter; a quarter may have several.',
  data: z.strictObject({
    result: fields.code('Number of the result, unique in the KPI'),
    ...resultContent,
  }),
});
export type KpiResultRecorded = EventOf<typeof KpiResultRecorded>;

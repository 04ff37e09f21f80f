import { type CivilDate, defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';
import { resultContent, type ResultContent } from './result.ts';

/** States a recorded result anew, as a whole: a field that is left out is gone. Needs a reason. */
export interface CorrectResult extends ResultContent {
  readonly type: 'correct-result';
  readonly result: string;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const KpiResultCorrected = defineEvent({
  type: 'KpiResultCorrected',
  version: 1,
  category: 'kpi',
  when: 'A recorded result is stated anew as a whole; the reason stands in the metadata.',
  data: z.strictObject({
    result: fields.code('Number of the result that is corrected'),
    ...resultContent,
    previous: z.strictObject(resultContent).meta({ description: 'The result before' }),
  }),
});
export type KpiResultCorrected = EventOf<typeof KpiResultCorrected>;

import { defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';

const months = z
  .array(z.string().regex(/^\d{4}-\d{2}$/))
  .min(1)
  .max(12)
  .meta({ description: 'The months, YYYY-MM in the Christian era' });
const data = z.strictObject({
  fiscalYear: fields.fiscalYear(),
  period: fields.code('What was asked for: a month, a quarter or the year'),
  months,
});

export const PeriodSoftClosed = defineEvent({
  type: 'PeriodSoftClosed',
  version: 1,
  category: 'fiscalperiods',
  when: 'Months take postings only of those whose duty it is.',
  data,
});

export const PeriodClosed = defineEvent({
  type: 'PeriodClosed',
  version: 1,
  category: 'fiscalperiods',
  when: 'Months take no postings but restatements.',
  data,
});

export const PeriodReopened = defineEvent({
  type: 'PeriodReopened',
  version: 1,
  category: 'fiscalperiods',
  when: 'Months take postings again; the reason stands in the metadata.',
  data,
});

/** Every event of the periods of a fiscal year. */
export const fiscalPeriodsEvents = [PeriodSoftClosed, PeriodClosed, PeriodReopened] as const;
export type FiscalPeriodsEvent = EventOf<(typeof fiscalPeriodsEvents)[number]>;

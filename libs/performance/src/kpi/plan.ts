import { type CivilDate, defineEvent, type EventOf, fields, type Quarter } from '#kernel';
import { z } from 'zod';
import { figure } from '../figure.ts';

/** What is planned for a quarter: a figure, a text, or both. */
export interface PlannedQuarter {
  /** Decimal string in the unit of the KPI; a running total where the KPI is cumulative. */
  readonly value?: string | undefined;
  readonly text?: string | undefined;
}

/** A quarter for which nothing is planned is absent. */
export type PlannedQuarters = Readonly<Partial<Record<Quarter, PlannedQuarter | undefined>>>;

/** Says for the first time what is to be reached in each quarter. */
export interface SetKpiPlan {
  readonly type: 'set-plan';
  readonly quarters: PlannedQuarters;
  readonly effectiveOn: CivilDate;
}

/** Plans the quarters anew. Needs a reason; the earlier plan stays in the log. */
export interface ReviseKpiPlan {
  readonly type: 'revise-plan';
  readonly quarters: PlannedQuarters;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

const quarter = (description: string) =>
  z
    .strictObject({
      value: figure('Planned figure, a running total where the KPI is cumulative').optional(),
      text: fields.text('The plan as published').optional(),
    })
    .meta({ description })
    .optional();

const quarters = (description: string) =>
  z
    .strictObject({
      Q1: quarter('Quarter 1'),
      Q2: quarter('Quarter 2'),
      Q3: quarter('Quarter 3'),
      Q4: quarter('Quarter 4'),
    })
    .meta({ description });

export const KpiPlanSet = defineEvent({
  type: 'KpiPlanSet',
  version: 1,
  category: 'kpi',
  when: 'A KPI gets its first plan per quarter.',
  data: z.strictObject({ quarters: quarters('Plan per quarter; a quarter without a plan is absent') }),
});
export type KpiPlanSet = EventOf<typeof KpiPlanSet>;

export const KpiPlanRevised = defineEvent({
  type: 'KpiPlanRevised',
  version: 1,
  category: 'kpi',
  when: 'The plan per quarter of a KPI is changed; the reason stands in the metadata.',
  data: z.strictObject({
    quarters: quarters('Plan per quarter from now on'),
    previous: quarters('Plan per quarter before'),
  }),
});
export type KpiPlanRevised = EventOf<typeof KpiPlanRevised>;
